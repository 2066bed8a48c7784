using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace Orleans.Calls;

/// <summary>Generates the request class of one method: a field for each argument, and the call itself.</summary>
internal sealed class RequestBuilder
{
    private const string TraitsField = "Traits";
    private const MethodAttributes Override =
        MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig | MethodAttributes.ReuseSlot;

    private readonly MethodInfo _method;
    private readonly ResultShape _shape;
    private readonly TypeBuilder _type;
    private readonly FieldBuilder _traits;
    private readonly FieldBuilder[] _arguments;

    public RequestBuilder(ProxyAssembly assembly, MethodInfo method, ResultShape shape)
    {
        _method = method;
        _shape = shape;
        _type = assembly.Define($"{method.DeclaringType!.Name}_{method.Name}", shape.Request);
        _traits = _type.DefineField(TraitsField, typeof(MethodTraits), FieldAttributes.Public | FieldAttributes.Static);
        _arguments = [.. method.GetParameters().Select((parameter, index) =>
            _type.DefineField(Argument(index), parameter.ParameterType, FieldAttributes.Public))];
    }

    public static string Argument(int index) => "Argument" + index.ToString(CultureInfo.InvariantCulture);

    public Type Build()
    {
        DefineConstructor();
        DefineTraits();
        DefineInvoke();
        DefineGetArgument();
        DefineSetArgument();
        var built = _type.CreateType();
        built.GetField(TraitsField)!.SetValue(null, new MethodTraits(_method));
        return built;
    }

    private void DefineConstructor()
    {
        var il = _type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, Type.EmptyTypes).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, _shape.Request.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, Type.EmptyTypes)!);
        il.Emit(OpCodes.Ret);
    }

    private void DefineTraits()
    {
        var il = _type.DefineMethod("get_Traits", Override, typeof(MethodTraits), Type.EmptyTypes).GetILGenerator();
        il.Emit(OpCodes.Ldsfld, _traits);
        il.Emit(OpCodes.Ret);
    }

    private void DefineInvoke()
    {
        var il = _type.DefineMethod(nameof(Request.InvokeOn), Override, typeof(Task), [typeof(object)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, _method.DeclaringType!);
        foreach (var argument in _arguments)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, argument);
        }

        il.Emit(OpCodes.Callvirt, _method);
        if (_shape.Convert is not null)
        {
            var result = il.DeclareLocal(_method.ReturnType);
            il.Emit(OpCodes.Stloc, result);
            il.Emit(OpCodes.Ldloca, result);
            il.Emit(OpCodes.Call, _shape.Convert);
        }
        else if (_method.ReturnType == typeof(void))
        {
            il.Emit(OpCodes.Call, typeof(Task).GetProperty(nameof(Task.CompletedTask))!.GetMethod!);
        }

        if (_shape.Value is { } value && References.Concerns(value))
        {
            il.Emit(OpCodes.Call, typeof(References).GetMethod(nameof(References.OfResult))!.MakeGenericMethod(value));
        }

        il.Emit(OpCodes.Ret);
    }

    private void DefineGetArgument()
    {
        var il = _type.DefineMethod(nameof(Request.GetArgument), Override, typeof(object), [typeof(int)]).GetILGenerator();
        ForEachArgument(il, argument =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, argument);
            il.Emit(OpCodes.Box, argument.FieldType);
        });
    }

    private void DefineSetArgument()
    {
        var il = _type.DefineMethod(nameof(Request.SetArgument), Override, typeof(void), [typeof(int), typeof(object)]).GetILGenerator();
        ForEachArgument(il, argument =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Unbox_Any, argument.FieldType);
            il.Emit(OpCodes.Stfld, argument);
        });
    }

    /// <summary>A switch over the positions; another position is out of range.</summary>
    private void ForEachArgument(ILGenerator il, Action<FieldBuilder> emit)
    {
        var labels = _arguments.Select(_ => il.DefineLabel()).ToArray();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Switch, labels);
        il.Emit(OpCodes.Ldstr, "index");
        il.Emit(OpCodes.Newobj, typeof(ArgumentOutOfRangeException).GetConstructor([typeof(string)])!);
        il.Emit(OpCodes.Throw);
        for (var index = 0; index < labels.Length; index++)
        {
            il.MarkLabel(labels[index]);
            emit(_arguments[index]);
            il.Emit(OpCodes.Ret);
        }
    }
}
