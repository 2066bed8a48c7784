using Orleans.Storage;

namespace Actors.Persistence.Writing;

/// <summary>The answer to a write whose row has changed meanwhile.</summary>
internal static class Stale
{
    public static InconsistentStateException Of(RowWrite write)
    {
        var expected = write.Action == RowAction.Insert ? "absent" : $"at version {write.Version}";
        return new($"Row '{write.Key}' of {write.Table.Name} was expected {expected}, and is not.", null, $"{write.Version}");
    }
}
