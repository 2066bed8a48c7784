using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>
/// Hashes keys differently in every process: keys come from outside, and nobody shall be able to choose a million that collide.
/// </summary>
internal sealed class KeyComparer : IEqualityComparer<IdSpan>
{
    public static readonly KeyComparer Instance = new();

    public bool Equals(IdSpan x, IdSpan y) => x.Equals(y);

    public int GetHashCode(IdSpan obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj.AsSpan());
        return hash.ToHashCode();
    }
}
