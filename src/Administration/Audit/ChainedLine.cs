using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Actors.Core.Administration;

namespace Actors.Administration.Audit;

/// <summary>A stored line of the chain.</summary>
internal sealed record ChainedLine
{
    // A version prefix, so that a later encoding can never produce the same bytes.
    private const string Encoding1 = "actors.audit.1";

    /// <summary>Its number: 1, 2, 3 … without gaps.</summary>
    public long Number { get; init; }

    /// <summary>The time of the action, in Unix milliseconds.</summary>
    public long At { get; init; }

    public string Operation { get; init; } = "";

    public long? UserId { get; init; }

    public string Action { get; init; } = "";

    public string ObjectType { get; init; } = "";

    public string? ObjectId { get; init; }

    public string? Details { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The hash of the line before it.</summary>
    public string Previous { get; init; } = "";

    /// <summary>The hash of all members above.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The head of the chain when this line is the last one.</summary>
    public ChainHead Head => new(Number, Hash);

    /// <summary>Creates the line that follows a head.</summary>
    public static ChainedLine After(ChainHead head, AuditLine line)
    {
        var chained = new ChainedLine
        {
            Number = head.Number + 1,
            At = line.At.ToUnixTimeMilliseconds(),
            Operation = Storable(line.Operation)!,
            UserId = line.UserId,
            Action = Storable(line.Action)!,
            ObjectType = Storable(line.ObjectType)!,
            ObjectId = Storable(line.ObjectId),
            Details = Storable(line.Details),
            RequestId = Storable(line.RequestId),
            Previous = head.Hash,
        };
        return chained with { Hash = chained.ComputeHash() };
    }

    /// <summary>
    /// SHA-256 over all members except the hash, in this order, each as its length in bytes (32 bits, big endian; -1 for null) and its UTF-8 text.
    /// The length prefixes make the encoding unambiguous.
    /// </summary>
    public string ComputeHash()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Append(bytes, Encoding1);
        Append(bytes, Number.ToString(CultureInfo.InvariantCulture));
        Append(bytes, At.ToString(CultureInfo.InvariantCulture));
        Append(bytes, Operation);
        Append(bytes, UserId?.ToString(CultureInfo.InvariantCulture));
        Append(bytes, Action);
        Append(bytes, ObjectType);
        Append(bytes, ObjectId);
        Append(bytes, Details);
        Append(bytes, RequestId);
        Append(bytes, Previous);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Append(ArrayBufferWriter<byte> bytes, string? text)
    {
        var length = text is null ? -1 : Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), length);
        bytes.Advance(sizeof(int));
        if (text is not null) bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan(Math.Max(length, 1))));
    }

    // The databases store neither lone surrogates nor NUL, and the hash must match the text that is read back.
    private static string? Storable(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}

/// <summary>The end of a chain.</summary>
/// <param name="Number">The number of lines.</param>
/// <param name="Hash">The hash of the last line.</param>
[GenerateSerializer, Immutable, Alias("administration.ChainHead")]
internal sealed record ChainHead([property: Id(0)] long Number, [property: Id(1)] string Hash)
{
    /// <summary>The head of an empty chain.</summary>
    public static readonly ChainHead Empty = new(0, new string('0', SHA256.HashSizeInBytes * 2));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");

    /// <summary>Parses the format of <see cref="ToString"/>.</summary>
    public static ChainHead? Read(string text) => text.Split(':') is [var number, { Length: SHA256.HashSizeInBytes * 2 } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new ChainHead(count, hash.ToLowerInvariant()) : null;
}
