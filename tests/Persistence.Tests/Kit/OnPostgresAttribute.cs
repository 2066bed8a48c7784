using System.Reflection;
using Actors.TestKit;
using Xunit.Sdk;

namespace Actors.Persistence.Tests.Kit;

/// <summary>Runs a theory on PostgreSQL, or skips it with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.WhyMissing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["postgresql"]];
}
