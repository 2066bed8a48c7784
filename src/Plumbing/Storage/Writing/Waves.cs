using System.Runtime.InteropServices;

namespace Actors.Plumbing.Storage.Writing;

/// <summary>Splits a batch so that no row occurs twice in a part. Statements that take many rows at once would lose the order
/// of two writes to one row; part after part, in one transaction, keeps it.</summary>
internal static class Waves
{
    public static List<List<WriteSet>> Of(IReadOnlyList<WriteSet> batch)
    {
        var waves = new List<List<WriteSet>>(1);
        var nextOf = new Dictionary<(string, string), int>(batch.Count);
        foreach (var set in batch)
        {
            var wave = set.Rows.Max(write => nextOf.GetValueOrDefault((write.Table.Name, write.Key)));
            foreach (var write in set.Rows)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(nextOf, (write.Table.Name, write.Key), out _) = wave + 1;
            }

            if (wave == waves.Count)
            {
                waves.Add([]);
            }

            waves[wave].Add(set);
        }

        return waves;
    }
}
