namespace Orleans.Runtime;

/// <summary>FNV-1a with a final avalanche: the same in every process, so it may be stored.</summary>
internal static class StableHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static int Compute(ReadOnlySpan<byte> bytes)
    {
        var hash = Offset;
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6b);
        hash = unchecked((hash ^ (hash >> 13)) * 0xc2b2ae35);
        return unchecked((int)(hash ^ (hash >> 16)));
    }
}
