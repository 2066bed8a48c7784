namespace Orleans.Runtime;

/// <summary>The name of a grain class in grain ids.</summary>
public readonly struct GrainType : IEquatable<GrainType>, IComparable<GrainType>
{
    /// <summary>Wraps an id.</summary>
    public GrainType(IdSpan id) => Value = id;

    /// <summary>True when there is no value.</summary>
    public bool IsDefault => Value.IsDefault;

    /// <summary>The name as bytes.</summary>
    public IdSpan Value { get; }

    /// <summary>A grain type of that name.</summary>
    public static GrainType Create(string value) => new(IdSpan.Create(value));

    /// <summary>The name as UTF-8.</summary>
    public ReadOnlySpan<byte> AsSpan() => Value.AsSpan();

    /// <summary>A hash that is the same in every process.</summary>
    public uint GetUniformHashCode() => Value.GetUniformHashCode();

    /// <inheritdoc />
    public int CompareTo(GrainType other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public bool Equals(GrainType obj) => Value.Equals(obj.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => Value.ToString();

    /// <summary>Whether two types have the same name.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Whether two types differ.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}
