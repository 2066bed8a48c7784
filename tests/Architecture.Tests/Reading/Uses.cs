using System.Reflection;

namespace Actors.Architecture.Tests.Reading;

/// <summary>The dependencies of a type: its signatures and everything that its method bodies name, including closures and state machines.</summary>
internal static class Uses
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The types used by <paramref name="type"/>, without attributes.</summary>
    public static IReadOnlySet<Type> TypesOf(Type type) =>
        WithNested(type).SelectMany(Signatures).Concat(MembersOf(type).SelectMany(TypesIn)).SelectMany(Parts).ToHashSet();

    /// <summary>The members that the bodies of <paramref name="type"/> use.</summary>
    public static IReadOnlySet<MemberInfo> MembersOf(Type type) =>
        WithNested(type).SelectMany(t => t.GetMembers(Own).OfType<MethodBase>()).SelectMany(Instructions.MembersUsedBy).ToHashSet();

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<Type> Signatures(Type type)
    {
        IEnumerable<Type?> heads = [type.BaseType, .. type.GetInterfaces()];
        return heads.OfType<Type>().Concat(type.GetMembers(Own).SelectMany(OfMember));
    }

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        MethodInfo method => [method.ReturnType, .. Parameters(method)],
        ConstructorInfo constructor => Parameters(constructor),
        _ => [],
    };

    private static IEnumerable<Type> Parameters(MethodBase method) =>
        method.GetParameters().Select(p => p.ParameterType).Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);

    private static IEnumerable<Type> TypesIn(MemberInfo member) =>
        (member as Type ?? member.DeclaringType) is { } type ? OfMember(member).Prepend(type) : OfMember(member);

    // Splits arrays, references and generics: Task<Event[]> uses Task<> and Event.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsConstructedGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }
}
