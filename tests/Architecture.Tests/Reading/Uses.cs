using System.Reflection;

namespace Actors.Architecture.Tests.Reading;

/// <summary>What a type depends on: its signatures and everything its method bodies name, closures and state machines included.</summary>
internal static class Uses
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Types used by <paramref name="type"/>; attributes do not count.</summary>
    public static IReadOnlySet<Type> TypesOf(Type type) =>
        WithNested(type).SelectMany(Signatures).Concat(MembersOf(type).SelectMany(TypesIn)).SelectMany(Parts).ToHashSet();

    /// <summary>Members that the bodies of <paramref name="type"/> call or touch.</summary>
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

    // Arrays, references and generics come apart: Task<Event[]> uses Task<>, Event.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsConstructedGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }
}
