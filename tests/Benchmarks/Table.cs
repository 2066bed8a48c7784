using System.Globalization;

namespace Actors.Benchmarks;

/// <summary>Prints measurements as rows of a table.</summary>
internal static class Table
{
    public static void Title(string title) => Console.WriteLine($"\n{title}\n{new string('-', title.Length)}");

    /// <summary>Prints a measurement, with its target if there is one.</summary>
    public static void Row(string name, double value, string unit, string? asked = null) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{name,-58}{value,16:N1} {unit,-12}{(asked is null ? "" : "asked: " + asked)}").TrimEnd());
}
