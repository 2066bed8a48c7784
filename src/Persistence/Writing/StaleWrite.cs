using Orleans.Storage;

namespace Actors.Persistence.Writing;

/// <summary>The exception of a write whose row has changed.</summary>
internal static class StaleWrite
{
    public static InconsistentStateException Exception(RowWrite write)
    {
        var expected = write.Action == RowAction.Insert ? "absent" : $"at version {write.Version}";
        return new($"Row '{write.Key}' of {write.Table.Name} was expected {expected}, but it is not.", null, $"{write.Version}");
    }
}
