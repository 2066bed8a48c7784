using System.Reflection;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>Common parameters have one name.</summary>
public sealed class ParameterNameTests
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    [Fact]
    public void A_clock_is_timeProvider() => Misnamed(typeof(TimeProvider), "timeProvider").ShouldBeEmpty();

    [Fact]
    public void A_cancellation_token_is_cancellationToken() => Misnamed(typeof(CancellationToken), "cancellationToken").ShouldBeEmpty();

    // Methods with two such parameters need different names; an override keeps the names of its base.
    private static IEnumerable<string> Misnamed(Type type, string name) =>
        from method in OurCode.Types.SelectMany(owner => owner.GetMembers(Own).OfType<MethodBase>())
        where !method.Name.Contains('<', StringComparison.Ordinal) && !IsFrameworks(method) && !IsOfRecord(method)
        let parameters = method.GetParameters().Where(parameter => parameter.ParameterType == type).ToList()
        where parameters.Count == 1 && parameters[0].Name != name
        select $"{method.DeclaringType!.FullName}.{method.Name}({parameters[0].Name})";

    private static bool IsFrameworks(MethodBase method) => method is MethodInfo { IsVirtual: true } declared
        && declared.GetBaseDefinition().DeclaringType != declared.DeclaringType;

    private static bool IsOfRecord(MethodBase method) => method.DeclaringType!.GetMethod("<Clone>$", Own) is not null || method.DeclaringType.IsAssignableTo(typeof(Delegate));
}
