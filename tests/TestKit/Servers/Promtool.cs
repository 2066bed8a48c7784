namespace Actors.TestKit;

/// <summary>Prometheus' own check of the text at <c>/metrics</c>.</summary>
public static class Promtool
{
    /// <summary>Why it cannot run here, or null.</summary>
    public static string? WhyMissing { get; } = Programs.Find("promtool") is null ? "needs promtool (tests/run installs Debian's prometheus)" : null;

    /// <summary>Fails with what promtool says about the text, which must be valid and follow the conventions on names.</summary>
    public static async Task CheckAsync(string metrics)
    {
        using var folder = new TempFolder("promtool");
        var file = folder.Combine("metrics");
        await File.WriteAllTextAsync(file, metrics);
        await Child.RunAsync(Child.Command("sh", "-c", $"promtool check metrics < '{file}'"));
    }
}
