using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Walls;

/// <summary>Inside a room data goes one way: Http, grain interface, grain, Ports, and from the other side Adapters.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Web = ["Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Npgsql", "Dapper"];

    [Fact]
    public void Rules_see_nothing_but_rules() => Breaches("Rules", ["Http", "Grains", "Ports", "Adapters"], [.. Web, "Orleans"]).ShouldBeEmpty();

    [Fact]
    public void Grains_see_neither_Http_nor_adapters() => Breaches("Grains", ["Http", "Adapters"], Web).ShouldBeEmpty();

    [Fact]
    public void Ports_see_neither_Http_nor_adapters() => Breaches("Ports", ["Http", "Adapters"], Web).ShouldBeEmpty();

    [Fact]
    public void Http_sees_no_adapters() => Breaches("Http", ["Adapters"], []).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_what_a_body_calls() =>
        Uses.TypesOf(typeof(Impure)).Select(t => t.Namespace).ShouldContain(n => n!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static IEnumerable<string> Breaches(string folder, string[] folders, string[] libraries) =>
        from room in OurCode.RoomAssemblies
        let root = $"Actors.{OurCode.Name(room)}"
        from type in OurCode.TypesOf(room)
        where IsIn(type, $"{root}.{folder}")
        from used in Uses.TypesOf(type)
        where folders.Any(f => IsIn(used, $"{root}.{f}")) || libraries.Any(l => IsIn(used, l))
        select $"{type.FullName} uses {used.FullName}";

    private static bool IsIn(Type type, string space) =>
        type.Namespace is { } name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));

    private static class Impure
    {
        public static string Rule() => string.Join(',', Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery("a=1").Keys);
    }
}
