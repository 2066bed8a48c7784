using System.Collections.Immutable;
using System.Text.Json;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>
/// Reads the fields of a JSON object and collects every fault instead of stopping at the first. A reader of a nested object or list
/// item shares the list of faults of the reader it came from. A field that is at fault reads as an empty value: look at
/// <see cref="Faults"/> before using what was read. Unknown fields are ignored; of duplicate ones the last counts.
/// </summary>
public sealed partial class FieldReader
{
    private readonly JsonElement _element;
    private readonly FieldReader? _parent;
    private readonly ImmutableArray<object> _root;
    private readonly string? _segment;
    private readonly int _index;

    /// <summary>A reader of a whole body.</summary>
    /// <param name="element">What should be an object; anything else is a fault.</param>
    /// <param name="loc">Where it stands; <c>"body"</c> when not given.</param>
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

    /// <summary>Everything found at fault so far, here and in nested readers.</summary>
    public FaultList Faults { get; }

    /// <summary>True while nothing was found at fault.</summary>
    public bool Ok => Faults.Ok;

    /// <summary>True when the field is there, null or not.</summary>
    public bool Has(string name, string? alias = null) => Find(name, alias, out _);

    /// <summary>The raw value of a field; undefined when it is not there.</summary>
    public JsonElement Raw(string name, string? alias = null) => Find(name, alias, out var value) ? value : default;

    /// <summary>Adds a fault of the caller's own rules.</summary>
    public void Refuse(string name, string msg, string type) => Faults.Add(new Fault(LocOf(name), msg, type));

    private void CheckObject()
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            Faults.Add(new Fault(Here().ToImmutable(), Wording.ModelType.Msg, Wording.ModelType.Type));
        }
    }

    private bool Find(string name, string? alias, out JsonElement value)
    {
        value = default;
        return _element.ValueKind == JsonValueKind.Object
            && (_element.TryGetProperty(name, out value) || (alias is not null && _element.TryGetProperty(alias, out value)));
    }

    // Of an object that is none at all only that is reported, not each field that it lacks.
    private void RefuseMissing(string name)
    {
        if (_element.ValueKind == JsonValueKind.Object)
        {
            Refuse(name, Wording.Missing.Msg, Wording.Missing.Type);
        }
    }

    private T Value<T>(Reading<T> reading, string name, T otherwise)
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
