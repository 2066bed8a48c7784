namespace Actors.Benchmarks;

/// <summary>Runs the named benchmarks one after another.</summary>
internal static class Registry
{
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, Func<Task>> benchmarks, string[] names)
    {
        var unknown = names.Where(name => !benchmarks.ContainsKey(name)).ToArray();
        if (names.Length == 0 || unknown.Length > 0)
        {
            await Console.Error.WriteLineAsync($"Usage: -- NAME [NAME…]; names: {string.Join(", ", benchmarks.Keys)}");
            return 1;
        }

        foreach (var name in names)
        {
            await benchmarks[name]();
        }

        return 0;
    }
}
