using System.Xml.Linq;
using Actors.Architecture.Tests.Reading;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Walls;

public sealed class RoomTests
{
    [Fact]
    public void A_room_has_one_public_type_named_after_it()
    {
        OurCode.RoomAssemblies.ShouldNotBeEmpty();
        foreach (var room in OurCode.RoomAssemblies)
            OurCode.TypesOf(room).Where(t => t.IsVisible).Select(t => t.Name).Except([$"{OurCode.Name(room)}Room", $"{OurCode.Name(room)}Module"]).ShouldBeEmpty();
    }

    [Fact]
    public void No_room_references_another_room_or_the_silo()
    {
        foreach (var room in OurCode.RoomAssemblies)
        {
            var references = room.GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("Actors.", StringComparison.Ordinal));
            references.Except(["Actors.Plumbing"]).ShouldBeEmpty();
            ProjectReferences(OurCode.Name(room)).Intersect(OurCode.Rooms).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Plumbing_references_no_other_project() => References("Plumbing").ShouldBeEmpty();

    private static IEnumerable<string> References(string project) =>
        OurCode.Assemblies.Single(a => OurCode.Name(a) == project).GetReferencedAssemblies().Select(r => r.Name!)
            .Where(n => n.StartsWith("Actors.", StringComparison.Ordinal));

    private static IEnumerable<string> ProjectReferences(string project) =>
        XDocument.Load(RepoRoot.Combine($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
}
