using Shuren.Platform.Data;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.Rolls;

/// <summary>A column of a roll and the property that keeps it.</summary>
/// <param name="Column">Place of the column.</param>
/// <param name="Read">What stands; null for nothing.</param>
/// <param name="Write">Puts what the file says.</param>
/// <param name="Clear">Takes away what stands; null where something always does.</param>
internal sealed record Binding<T>(int Column, Func<T, object?> Read, Action<T, object> Write, Action<T>? Clear);

/// <summary>Which property of a row keeps which column.</summary>
internal sealed class Bindings<T>(RollSheet roll) where T : class
{
    private readonly List<Binding<T>> all = [];

    public Bindings<T> Text(string key, Func<T, string> read, Action<T, string> write) =>
        Add(key, row => read(row) is { Length: > 0 } text ? text : null, (row, value) => write(row, (string)value), row => write(row, ""));

    public Bindings<T> Choice<TEnum>(string key, Func<T, TEnum> read, Action<T, TEnum> write) where TEnum : struct, Enum =>
        Add(key, row => read(row).ToString(), (row, value) => write(row, Enum.Parse<TEnum>((string)value)));

    public Bindings<T> YesNo(string key, Func<T, bool> read, Action<T, bool> write) => Add(key, row => read(row), (row, value) => write(row, (bool)value));

    public Bindings<T> Day(string key, Func<T, DateOnly?> read, Action<T, DateOnly> write, Action<T>? clear = null) => Add(key, row => read(row), (row, value) => write(row, (DateOnly)value), clear);

    public Bindings<T> Add(string key, Func<T, object?> read, Action<T, object> write, Action<T>? clear = null)
    {
        all.Add(new(roll.IndexOf(key), read, write, clear));
        return this;
    }

    /// <summary>Whether a row of the file says something else than what stands. An empty cell says nothing.</summary>
    public bool Differ(T stands, RollRow row)
    {
        foreach (var binding in all)
        {
            if (row.Get<object>(binding.Column) is { } said ? !said.Equals(binding.Read(stands)) : row.Clears(binding.Column) && binding.Read(stands) is not null)
                return true;
        }
        return false;
    }

    /// <summary>Writes what the file says.</summary>
    public T Apply(T target, RollRow row)
    {
        foreach (var binding in all)
        {
            if (row.Get<object>(binding.Column) is { } said)
                binding.Write(target, said);
            else if (row.Clears(binding.Column))
                binding.Clear!(target); // the description lets only such columns be cleared
        }
        return target;
    }

    /// <summary>What the file asks of a row that stands, said to the row of the file too; null where it says what stands.</summary>
    public RowChange? Against(T stands, RollRow row)
    {
        if (!Differ(stands, row))
        {
            row.Become(RowOutcome.Unchanged);
            return null;
        }
        row.Become(RowOutcome.Changed);
        return new(stands, Apply(ImportDesk.Copy(stands), row));
    }

    /// <summary>Puts what stands into a row of the export.</summary>
    public void Show(T stands, object?[] cells)
    {
        foreach (var binding in all)
            cells[binding.Column] = Shown(roll.Columns[binding.Column], binding.Read(stands));
    }

    /// <summary>A choice is shown by its name.</summary>
    public static object? Shown(RollColumn column, object? value) => column.Type == CellType.Choice && value is string kept ? RollBook.Codes[column.Codes].OfValue(kept)?.Name ?? kept : value;
}
