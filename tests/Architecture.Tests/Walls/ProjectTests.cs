using System.Reflection;
using System.Xml.Linq;
using Actors.Architecture.Tests.Reading;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Walls;

/// <summary>References between projects have one direction, and a module has one public type.</summary>
public sealed class ProjectTests
{
    private static readonly string[] s_contracts = ["Core"];
    private static readonly string[] s_shared = ["Core", "Search", "Persistence", "Outbound", "Grains", "Web", "Payments"];

    // The project references that are allowed.
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Core"] = [],
        ["Search"] = [],
        ["Persistence"] = s_contracts,
        ["Outbound"] = s_contracts,
        ["Grains"] = ["Core", "Persistence"],
        ["Web"] = ["Core", "Search", "Persistence", "Outbound", "Grains"],
        ["Payments"] = ["Core", "Persistence", "Outbound", "Grains", "Web"],
        ["Hosting"] = s_shared,
    };

    public static TheoryData<string> Projects => [.. OurCode.Assemblies.Select(OurCode.Name).Where(name => name != "Silo")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_allows(string project)
    {
        var allowed = s_allowed.GetValueOrDefault(project, s_shared);
        Used(OurCode.Assemblies.Single(assembly => OurCode.Name(assembly) == project)).Except(allowed).ShouldBeEmpty();
        Referenced(project).Except(allowed).ShouldBeEmpty();
    }

    [Fact]
    public void A_module_has_one_public_type_named_after_it()
    {
        OurCode.ModuleAssemblies.ShouldNotBeEmpty();
        foreach (var module in OurCode.ModuleAssemblies)
            OurCode.TypesOf(module).Where(type => type.IsVisible).Select(type => type.Name).ShouldBe([$"{OurCode.Name(module)}Module"]);
    }

    [Theory]
    [InlineData("Persistence", "Microsoft.AspNetCore")]
    [InlineData("Persistence", "Orleans.Server")]
    [InlineData("Outbound", "Microsoft.AspNetCore")]
    [InlineData("Core", "Microsoft.AspNetCore")]
    [InlineData("Core", "Npgsql")]
    public void A_project_stays_free_of_a_library(string project, string library) =>
        OurCode.Assemblies.Single(assembly => OurCode.Name(assembly) == project).GetReferencedAssemblies()
            .Where(reference => reference.Name!.StartsWith(library, StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Used(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Actors.", StringComparison.Ordinal)).Select(name => name["Actors.".Length..]);

    private static IEnumerable<string> Referenced(string project) =>
        XDocument.Load(RepoRoot.Combine($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
}
