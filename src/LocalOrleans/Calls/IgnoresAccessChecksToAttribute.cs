namespace System.Runtime.CompilerServices;

/// <summary>Known to the runtime by its name: lets generated code see the internals of an assembly, as grain interfaces are internal.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
