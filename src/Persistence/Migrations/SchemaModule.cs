using System.Reflection;

namespace Actors.Persistence.Migrations;

/// <summary>The scripts of one assembly; they have a history of their own.</summary>
/// <param name="Name">The module's name in the history. Never change it: the history is found by it.</param>
/// <param name="Scripts">Its scripts for a database, in order.</param>
internal sealed record SchemaModule(string Name, Func<string, IReadOnlyList<SchemaScript>> Scripts)
{
    public static SchemaModule Of(string name, Assembly assembly) => new(name, provider => SchemaScript.Of(assembly, provider));
}
