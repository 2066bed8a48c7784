namespace Actors.Web.Reading;

/// <summary>A parsed scalar, or the message and type of its fault.</summary>
internal readonly record struct ParseResult<T>(T Value, string? Msg, string? Type)
{
    public bool Ok => Msg is null;

    public static implicit operator ParseResult<T>(T value) => new(value, null, null);

    public static implicit operator ParseResult<T>((string Type, string Msg) fault) => new(default!, fault.Msg, fault.Type);
}
