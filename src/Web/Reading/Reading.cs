namespace Actors.Web.Reading;

/// <summary>A scalar that was understood, or the message and type of its fault.</summary>
internal readonly record struct Reading<T>(T Value, string? Msg, string? Type)
{
    public bool Ok => Msg is null;

    public static implicit operator Reading<T>(T value) => new(value, null, null);

    public static implicit operator Reading<T>((string Type, string Msg) fault) => new(default!, fault.Msg, fault.Type);
}
