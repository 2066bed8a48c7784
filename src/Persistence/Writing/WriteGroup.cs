namespace Actors.Persistence.Writing;

/// <summary>Writes of several sets that become one statement: one action on one table.</summary>
internal sealed class WriteGroup
{
    public List<RowWrite> Writes { get; } = [];

    public List<WriteSet> Sets { get; } = [];

    public bool IsVersioned => Writes[0].IsVersioned;

    public static List<WriteGroup> Of(IEnumerable<WriteSet> sets, Func<RowWrite, bool> selects)
    {
        var groups = new Dictionary<(TableShape, RowAction), WriteGroup>();
        foreach (var set in sets)
        {
            foreach (var write in set.Rows)
            {
                if (selects(write))
                {
                    GroupOf(groups, write).Add(set, write);
                }
            }
        }

        return [.. groups.Values];
    }

    private static WriteGroup GroupOf(Dictionary<(TableShape, RowAction), WriteGroup> groups, RowWrite write)
    {
        if (!groups.TryGetValue((write.Table, write.Action), out var group))
        {
            group = groups[(write.Table, write.Action)] = new WriteGroup();
        }

        return group;
    }

    private void Add(WriteSet set, RowWrite write)
    {
        Sets.Add(set);
        Writes.Add(write);
    }
}
