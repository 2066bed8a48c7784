using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>What all references of one interface to one grain class have in common.</summary>
internal sealed class ReferenceShared(GrainClass target, Type interfaceType, Func<ReferenceShared, IdSpan, GrainReference> make)
{
    public GrainClass Target { get; } = target;

    public GrainInterfaceType InterfaceType { get; } = GrainInterfaceType.Create(interfaceType.FullName ?? interfaceType.Name);

    public GrainReference Make(IdSpan key) => make(this, key);

    public object Cast(GrainReference reference, Type type) =>
        type.IsInstanceOfType(reference) ? reference : Target.Runtime.References.Make(type, Target, reference.Key);
}
