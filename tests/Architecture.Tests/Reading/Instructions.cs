using System.Reflection;
using System.Reflection.Emit;

namespace Actors.Architecture.Tests.Reading;

/// <summary>Reads the members and types that the IL instructions of a method body name.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IEnumerable<MemberInfo> MembersUsedBy(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? s_codes[unchecked((short)(0xFE00 | il[at + 1]))] : s_codes[il[at]];
            at += code.Size;
            if (NamesMember(code.OperandType) && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
                yield return member;
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static bool NamesMember(OperandType operand) =>
        operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok;

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            var ofType = method.DeclaringType?.GetGenericArguments();
            var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
            return method.Module.ResolveMember(token, ofType, ofMethod);
        }
        catch (FileNotFoundException)
        {
            return null; // an optional assembly that is not deployed
        }
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
