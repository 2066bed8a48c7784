using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Walls;

/// <summary>The kind of a type decides what it may use, in any folder.</summary>
public sealed class SightTests
{
    private static readonly string[] s_web = ["Microsoft.AspNetCore"];
    private static readonly string[] s_drivers = ["Microsoft.Data.Sqlite", "Npgsql", "Dapper", "SQLitePCL"];

    // Folders of pure rules, which use neither requests nor grains nor a database.
    private static readonly string[] s_rules =
    [
        "Actors.Search", "Actors.Catalog.Extraction", "Actors.Catalog.Events.Dates", "Actors.Catalog.Duplicates.Matching", "Actors.Catalog.Listing.Filters",
        "Actors.Catalog.Posters.Pictures", "Actors.Accounts.Identifiers",
    ];

    private static IEnumerable<Type> Ours => OurCode.Types.Where(type => !type.IsNested);

    [Fact]
    public void A_grain_sees_neither_requests_nor_database_drivers() =>
        Breaches(Ours.Where(type => type.IsAssignableTo(typeof(Grain))), [.. s_web, .. s_drivers]).ShouldBeEmpty();

    [Fact]
    public void Endpoints_see_no_database() =>
        Breaches(Ours.Where(IsEndpoints), [.. s_drivers, "Actors.Persistence.IDatabase", "Actors.Persistence.IRowStore"]).ShouldBeEmpty();

    [Fact]
    public void Rules_see_neither_requests_nor_grains_nor_a_database()
    {
        var rules = Ours.Where(type => s_rules.Any(folder => IsIn(type.Namespace!, folder))).ToList();
        rules.Count.ShouldBeGreaterThan(100);
        Breaches(rules, [.. s_web, .. s_drivers, "Actors.Persistence", "Orleans.IGrainFactory", "Orleans.Grain"]).ShouldBeEmpty();
    }

    [Fact]
    public void The_check_sees_what_a_body_calls() => Breaches([typeof(SightTests)], s_web).ShouldNotBeEmpty();

    private static bool IsEndpoints(Type type) =>
        type.Name.EndsWith("Routes", StringComparison.Ordinal) || type.Name.EndsWith("Endpoints", StringComparison.Ordinal);

    private static IEnumerable<string> Breaches(IEnumerable<Type> types, string[] forbidden) =>
        from type in types
        from used in Uses.TypesOf(type)
        where forbidden.Any(name => IsIn(used.FullName ?? used.Name, name))
        select $"{type.FullName} uses {used.FullName}";

    private static bool IsIn(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    // A use that the check must find.
    private static class Impure
    {
        public static string Rule() => string.Join(',', Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery("a=1").Keys);
    }
}
