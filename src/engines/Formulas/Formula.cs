using Shuren.Formulas.Ast;
using Shuren.Formulas.Binding;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Diagnostics;
using Shuren.Formulas.Parsing;
using Shuren.Formulas.Sql;

namespace Shuren.Formulas;

/// <summary>The front door: a formula as text, against a catalogue.</summary>
public static class Formula
{
    /// <summary>Reads a formula. No text makes it throw; what is wrong stands in <see cref="FormulaReading.Diagnostics"/>.</summary>
    /// <param name="text">In English or Chinese keywords, or both.</param>
    /// <param name="catalogue">What it may name.</param>
    public static FormulaReading Read(string text, Catalogue catalogue)
    {
        var findings = new Findings(text);
        var tree = Parser.Parse(text, findings);
        var binder = new Binder(catalogue, findings);
        var bound = binder.Bind(tree);
        return new FormulaReading(catalogue, tree, bound, binder.Names, findings.All);
    }
}

/// <summary>What was read: a tree, its type, and what is wrong with it.</summary>
public sealed class FormulaReading
{
    private readonly Dictionary<Node, Term> names;

    internal FormulaReading(Catalogue catalogue, Node tree, Bound bound, Dictionary<Node, Term> names, IReadOnlyList<Diagnostic> diagnostics)
    {
        (Catalogue, Root, Bound, this.names, Diagnostics) = (catalogue, tree, bound, names, diagnostics);
    }

    /// <summary>What is wrong, in the order of places; none when the formula can be computed.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>True when the formula can be computed.</summary>
    public bool Succeeded => Diagnostics.Count == 0;

    /// <summary>The tree, for those who show it.</summary>
    public TreeNode Tree => TreeNode.Of(Root);

    /// <summary>True when the value is 1 (met) or 0 (not met).</summary>
    public bool IsCondition => Bound.Kind == BoundKind.Truth;

    internal Catalogue Catalogue { get; }

    internal Node Root { get; }

    internal Bound Bound { get; }

    /// <summary>The unit of the value, such as 平方米/人; empty for plain numbers and conditions.</summary>
    public string Unit(Language language) => Bound.Unit?.In(language) ?? "";

    /// <summary>The formula in that language, in its usual spelling: keywords and the catalogue's names.</summary>
    public string Print(Language language) => new Printer(language, node => names.TryGetValue(node, out var name) ? name.In(language) : null).Print(Root);

    /// <summary>The statement that computes it for the units and days of the question.</summary>
    /// <exception cref="InvalidOperationException">The formula has errors: look at <see cref="Succeeded"/> first.</exception>
    /// <exception cref="ArgumentException">The question names no day, or one twice.</exception>
    public SqlQuery ToSql(SqlDialect dialect, Question question)
    {
        if (!Succeeded)
            throw new InvalidOperationException("A formula with errors has no SQL.");
        if (question.Days.Count == 0 || question.Days.Distinct().Count() != question.Days.Count)
            throw new ArgumentException("At least one day, and each once.", nameof(question));
        return SqlCompiler.Compile(Bound, Catalogue, dialect, question);
    }
}
