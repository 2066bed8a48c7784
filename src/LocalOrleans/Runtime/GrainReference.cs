using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>Stands for a grain or an observer: calls on it reach the one activation of that id.</summary>
public partial class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly ReferenceShared _shared;
    private readonly IdSpan _key;

    internal GrainReference(ReferenceShared shared, IdSpan key)
    {
        _shared = shared;
        _key = key;
    }

    /// <summary>Who is referred to.</summary>
    public GrainId GrainId => new(_shared.Target.GrainType, _key);

    /// <summary>The interface this reference was made for.</summary>
    public GrainInterfaceType InterfaceType => _shared.InterfaceType;

    /// <summary>The name of that interface.</summary>
    public virtual string InterfaceName => InterfaceType.ToString();

    internal ReferenceShared Shared => _shared;

    internal IdSpan Key => _key;

    /// <summary>The same grain through another of its interfaces.</summary>
    public virtual TGrainInterface Cast<TGrainInterface>()
        where TGrainInterface : IAddressable => (TGrainInterface)_shared.Cast(this, typeof(TGrainInterface));

    /// <summary>A hash that is the same in every process.</summary>
    public uint GetUniformHashCode() => GrainId.GetUniformHashCode();

    /// <inheritdoc />
    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc />
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <inheritdoc />
    public sealed override string ToString() => $"GrainReference:{GrainId}:{InterfaceType}";

    /// <summary>Whether two references name the same grain.</summary>
    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) =>
        reference1 is null ? reference2 is null : reference1.Equals(reference2);

    /// <summary>Whether two references name different grains.</summary>
    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);
}
