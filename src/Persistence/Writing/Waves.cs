namespace Actors.Persistence.Writing;

/// <summary>Splits a batch so that no row occurs twice in a part. Statements that take many rows at once would lose the order
/// of two writes to one row; part after part, in one transaction, keeps it. A written-out statement is a part of its own, since
/// nobody knows which rows it touches.</summary>
internal static class Waves
{
    public static List<List<WriteSet>> Of(IReadOnlyList<WriteSet> batch)
    {
        var waves = new List<List<WriteSet>>(1);
        var nextOf = new Dictionary<(string, string), int>(batch.Count);
        var earliest = 0;
        foreach (var set in batch)
        {
            var wave = set.Sql is null ? FirstFree(set, nextOf, earliest) : waves.Count;
            if (set.Sql is not null)
            {
                earliest = wave + 1;
            }

            Put(set, wave, waves);
        }

        return waves;
    }

    /// <summary>The first part after all that touch a row of the set, which then counts as touching its rows.</summary>
    private static int FirstFree(WriteSet set, Dictionary<(string, string), int> nextOf, int earliest)
    {
        var wave = set.Rows.Max(write => Math.Max(earliest, nextOf.GetValueOrDefault((write.Table.Name, write.Key))));
        foreach (var write in set.Rows)
        {
            nextOf[(write.Table.Name, write.Key)] = wave + 1;
        }

        return wave;
    }

    private static void Put(WriteSet set, int wave, List<List<WriteSet>> waves)
    {
        if (wave == waves.Count)
        {
            waves.Add([]);
        }

        waves[wave].Add(set);
    }
}
