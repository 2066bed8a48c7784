using System.Reflection;

namespace Actors.Persistence.Migrations;

/// <summary>The scripts of one module, with their own history.</summary>
/// <param name="Name">The module's name in the history. It must never change.</param>
/// <param name="Scripts">Returns the scripts for a database provider, in order.</param>
internal sealed record SchemaModule(string Name, Func<string, IReadOnlyList<SchemaScript>> Scripts)
{
    public static SchemaModule Of(string name, Assembly assembly) => new(name, provider => SchemaScript.Of(assembly, provider));
}
