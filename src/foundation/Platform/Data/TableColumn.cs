using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shuren.Platform.Data;

/// <summary>A column, its value as the database keeps it, and that value as text that both databases write and read alike.</summary>
internal sealed class TableColumn(IProperty property)
{
    private readonly ValueConverter? converter = property.GetTypeMapping().Converter;

    public string Name { get; } = property.GetColumnName();

    public string StoreType { get; } = property.GetColumnType();

    /// <summary>The columns of a table in the order of their names.</summary>
    public static IReadOnlyList<TableColumn> AllOf(IEntityType type) => [.. type.GetProperties().Select(property => new TableColumn(property)).OrderBy(column => column.Name, StringComparer.Ordinal)];

    /// <summary>The value as the database keeps it.</summary>
    public object? Kept(object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return converter is null || value is null ? value : converter.ConvertToProvider(value);
    }

    /// <summary>The kept value as JSON text.</summary>
    public void Write(Utf8JsonWriter json, object row)
    {
        switch (Kept(row))
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case DateTime moment: json.WriteStringValue(moment.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case IFormattable formattable: json.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture)); break;
            case string text: json.WriteStringValue(text); break;
            case var other: json.WriteStringValue(JsonSerializer.Serialize(other)); break;
        }
    }

    /// <summary>Reads back what <see cref="Write"/> wrote.</summary>
    public object? Read(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : Of(value, KeptType);

    /// <summary>Puts back into a row what <see cref="Write"/> wrote, also where only EF may set the property.</summary>
    public void Put(object row, JsonElement value)
    {
        var kept = Read(value);
        var own = converter is null || kept is null ? kept : converter.ConvertFromProvider(kept);
        property.PropertyInfo!.SetValue(row, own); // rows are read and written by their properties
    }

    private Type KeptType => Nullable.GetUnderlyingType(converter?.ProviderClrType ?? property.ClrType) ?? converter?.ProviderClrType ?? property.ClrType;

    private static object Of(JsonElement value, Type type) => type switch
    {
        _ when type == typeof(bool) => value.GetBoolean(),
        _ when type == typeof(Guid) => Guid.Parse(value.GetString()!, CultureInfo.InvariantCulture), // written by Write: never null here
        _ when type == typeof(DateTime) => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), // as above
        _ when type == typeof(DateOnly) => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture), // as above
        _ when type == typeof(byte[]) => value.GetBytesFromBase64(),
        _ when type == typeof(string) => value.GetString()!, // as above
        _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(value.GetString()!, type, CultureInfo.InvariantCulture), // as above
        _ => JsonSerializer.Deserialize(value.GetString()!, type)!, // as above
    };
}
