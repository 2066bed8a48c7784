using System.Reflection;
using System.Reflection.Emit;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>Generates a class that is a <see cref="GrainReference"/> and implements a grain interface.</summary>
internal sealed class ProxyBuilder(ProxyAssembly assembly, Type interfaceType)
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic;

    private readonly TypeBuilder _proxy = assembly.Define($"{interfaceType.Name}Reference", typeof(GrainReference));

    public Type Build()
    {
        _proxy.AddInterfaceImplementation(interfaceType);
        DefineConstructor();
        foreach (var method in MethodsOf(interfaceType))
        {
            DefineMethod(method);
        }

        return _proxy.CreateType();
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetInterfaces().Prepend(type).SelectMany(each => each.GetMethods()).Where(method => method.IsAbstract && !method.IsStatic);

    private void DefineConstructor()
    {
        Type[] parameters = [typeof(ReferenceShared), typeof(IdSpan)];
        var il = _proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(Inside, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitReference(ILGenerator il, Type type)
    {
        if (References.Concerns(type))
        {
            il.Emit(OpCodes.Call, typeof(References).GetMethod(nameof(References.Of))!.MakeGenericMethod(type));
        }
    }

    private void DefineMethod(MethodInfo method)
    {
        var shape = ResultShape.Of(method);
        var request = new RequestBuilder(assembly, method, shape).Build();
        var parameters = method.GetParameters();
        var own = _proxy.DefineMethod(
            $"{method.DeclaringType!.Name}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            [.. parameters.Select(parameter => parameter.ParameterType)]);
        var il = own.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newobj, request.GetConstructor(Type.EmptyTypes)!);
        for (var index = 0; index < parameters.Length; index++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, (short)(index + 1));
            EmitReference(il, parameters[index].ParameterType);
            il.Emit(OpCodes.Stfld, request.GetField(RequestBuilder.Argument(index))!);
        }

        il.Emit(OpCodes.Call, shape.Send);
        if (method.ReturnType == typeof(void))
        {
            il.Emit(OpCodes.Pop);
        }

        il.Emit(OpCodes.Ret);
        _proxy.DefineMethodOverride(own, method);
    }
}
