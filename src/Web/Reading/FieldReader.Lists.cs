using System.Collections.Immutable;
using System.Text.Json;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

public sealed partial class FieldReader
{
    /// <summary>A required nested object; null if it is missing or not an object.</summary>
    public FieldReader? Object(string name, string? alias = null)
    {
        if (!Find(name, alias, out var value))
        {
            RefuseMissing(name);
            return null;
        }

        var nested = new FieldReader(value, this, name, -1);
        return value.ValueKind == JsonValueKind.Object ? nested : null;
    }

    /// <summary>A required list of objects, each read by <paramref name="item"/>. Items that are not objects are faults and are skipped.</summary>
    public ImmutableArray<T> List<T>(string name, Func<FieldReader, T> item, string? alias = null, int min = 0, int max = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(item);
        var values = Items(name, alias, min, max, out var count);
        var list = ImmutableArray.CreateBuilder<T>(count);
        var position = 0;
        foreach (var value in values)
        {
            var reader = new FieldReader(value, this, name, position++);
            if (value.ValueKind == JsonValueKind.Object)
            {
                list.Add(item(reader));
            }
        }

        return list.DrainToImmutable();
    }

    /// <summary>A required list of texts.</summary>
    public ImmutableArray<string> Texts(string name, string? alias = null, int min = 0, int max = int.MaxValue) =>
        Scalar(name, alias, min, max, Scalars.Text);

    /// <summary>A required list of whole numbers.</summary>
    public ImmutableArray<long> Integers(string name, string? alias = null, int min = 0, int max = int.MaxValue) =>
        Scalar(name, alias, min, max, IntegerText.Read);

    /// <summary>A required list of dates and times.</summary>
    public ImmutableArray<DateTimeText> DateTimeTexts(string name, string? alias = null, int min = 0, int max = int.MaxValue) =>
        Scalar(name, alias, min, max, DateTimeReading.Read);

    private ImmutableArray<T> Scalar<T>(string name, string? alias, int min, int max, Func<JsonElement, ParseResult<T>> read)
    {
        var values = Items(name, alias, min, max, out var count);
        var list = ImmutableArray.CreateBuilder<T>(count);
        var position = 0;
        foreach (var value in values)
        {
            var reading = read(value);
            if (reading.Ok)
            {
                list.Add(reading.Value);
            }
            else
            {
                Faults.Add(new Fault(LocOf(name, position), reading.Msg!, reading.Type!));
            }

            position++;
        }

        return list.DrainToImmutable();
    }

    // The items of a list that is too long are not read, to bound the number of faults.
    private JsonElement.ArrayEnumerator Items(string name, string? alias, int min, int max, out int count)
    {
        count = 0;
        if (!Find(name, alias, out var value))
        {
            RefuseMissing(name);
            return default;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(name, FaultTexts.ListType.Msg, FaultTexts.ListType.Type);
            return default;
        }

        var length = value.GetArrayLength();
        if (length > max || length < min)
        {
            var (type, msg) = length > max ? FaultTexts.ListTooLong(max, length) : FaultTexts.ListTooShort(min, length);
            Refuse(name, msg, type);
            return default;
        }

        count = length;
        return value.EnumerateArray();
    }
}
