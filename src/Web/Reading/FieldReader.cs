using System.Collections.Immutable;
using System.Text.Json;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>
/// Reads the fields of a JSON object and collects all faults instead of stopping at the first. Readers of nested objects and list items share the
/// fault list of their parent. A faulty field reads as an empty value: check <see cref="Ok"/> before using values. Unknown fields are ignored; of
/// duplicate fields the last one counts.
/// </summary>
public sealed partial class FieldReader
{
    private readonly JsonElement _element;
    private readonly FieldReader? _parent;
    private readonly ImmutableArray<object> _root;
    private readonly string? _segment;
    private readonly int _index;

    /// <summary>Creates a reader of a whole body.</summary>
    /// <param name="element">The JSON value; anything but an object is a fault.</param>
    /// <param name="loc">Its location in faults; default <c>"body"</c>.</param>
    public FieldReader(JsonElement element, params object[] loc)
    {
        this._element = element;
        _root = loc is { Length: > 0 } ? [.. loc] : ["body"];
        Faults = new FaultList();
        CheckObject();
    }

    private FieldReader(JsonElement element, FieldReader parent, string? segment, int index)
    {
        (this._element, this._parent, this._segment, this._index) = (element, parent, segment, index);
        Faults = parent.Faults;
        CheckObject();
    }

    /// <summary>The faults found so far, including nested readers.</summary>
    public FaultList Faults { get; }

    /// <summary>True if there is no fault so far.</summary>
    public bool Ok => Faults.Ok;

    /// <summary>True if the field is present, even if it is null.</summary>
    public bool Has(string name, string? alias = null) => Find(name, alias, out _);

    /// <summary>The raw value of a field; undefined if it is missing.</summary>
    public JsonElement Raw(string name, string? alias = null) => Find(name, alias, out var value) ? value : default;

    /// <summary>Adds a fault found by the caller.</summary>
    public void Refuse(string name, string msg, string type) => Faults.Add(new Fault(LocOf(name), msg, type));

    private void CheckObject()
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            Faults.Add(new Fault(Here().ToImmutable(), FaultTexts.ModelType.Msg, FaultTexts.ModelType.Type));
        }
    }

    private bool Find(string name, string? alias, out JsonElement value)
    {
        value = default;
        return _element.ValueKind == JsonValueKind.Object
            && (_element.TryGetProperty(name, out value) || (alias is not null && _element.TryGetProperty(alias, out value)));
    }

    // If the value is not an object, only that is reported and not each missing field.
    private void RefuseMissing(string name)
    {
        if (_element.ValueKind == JsonValueKind.Object)
        {
            Refuse(name, FaultTexts.Missing.Msg, FaultTexts.Missing.Type);
        }
    }

    private T Value<T>(ParseResult<T> reading, string name, T otherwise)
    {
        if (reading.Ok)
        {
            return reading.Value;
        }

        Refuse(name, reading.Msg!, reading.Type!);
        return otherwise;
    }

    private ImmutableArray<object> LocOf(string name, int? item = null)
    {
        var loc = Here();
        loc.Add(name);
        if (item is { } number)
        {
            loc.Add(number);
        }

        return loc.ToImmutable();
    }

    private ImmutableArray<object>.Builder Here()
    {
        if (_parent is null)
        {
            return _root.ToBuilder();
        }

        var loc = _parent.Here();
        loc.Add(_segment!);
        if (_index >= 0)
        {
            loc.Add(_index);
        }

        return loc;
    }
}
