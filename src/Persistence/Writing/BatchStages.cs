namespace Actors.Persistence.Writing;

/// <summary>Splits a batch into stages in which no row occurs twice. A statement for many rows would lose the order of two writes to one row; stages
/// in one transaction keep it. A plain SQL statement is a stage of its own, because the rows that it touches are unknown.</summary>
internal static class BatchStages
{
    public static List<List<WriteSet>> Of(IReadOnlyList<WriteSet> batch)
    {
        var stages = new List<List<WriteSet>>(1);
        var nextOf = new Dictionary<(string, string), int>(batch.Count);
        var earliest = 0;
        foreach (var set in batch)
        {
            var stage = set.Sql is null ? FirstFreeStage(set, nextOf, earliest) : stages.Count;
            if (set.Sql is not null)
            {
                earliest = stage + 1;
            }

            Add(set, stage, stages);
        }

        return stages;
    }

    /// <summary>The first stage after all stages that touch a row of the set. Records the rows of the set as touched by it.</summary>
    private static int FirstFreeStage(WriteSet set, Dictionary<(string, string), int> nextOf, int earliest)
    {
        var stage = set.Rows.Max(write => Math.Max(earliest, nextOf.GetValueOrDefault((write.Table.Name, write.Key))));
        foreach (var write in set.Rows)
        {
            nextOf[(write.Table.Name, write.Key)] = stage + 1;
        }

        return stage;
    }

    private static void Add(WriteSet set, int stage, List<List<WriteSet>> stages)
    {
        if (stage == stages.Count)
        {
            stages.Add([]);
        }

        stages[stage].Add(set);
    }
}
