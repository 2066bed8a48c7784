namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.INamed")]
internal interface INamed : IGrain
{
    Task<string> Name();
}

[Alias("runtime.IGuidGrain")]
internal interface IGuidGrain : IGrainWithGuidKey, INamed
{
    Task<Guid> Key();
}

[Alias("runtime.INumberGrain")]
internal interface INumberGrain : IGrainWithIntegerKey
{
    Task<long> Key();
}

[Alias("runtime.IPairGrain")]
internal interface IPairGrain : IGrainWithIntegerCompoundKey
{
    Task<string> Key();
}

[Alias("runtime.IOrphanGrain")]
internal interface IOrphanGrain : IGrainWithStringKey;

[GrainType("a-type-of-its-own")]
internal sealed class GuidGrain : Grain, IGuidGrain
{
    public Task<Guid> Key() => Task.FromResult(this.GetPrimaryKey());

    public Task<string> Name() => Task.FromResult(IdentityString);
}

internal sealed class NumberGrain : Grain, INumberGrain
{
    public Task<long> Key() => Task.FromResult(this.GetPrimaryKeyLong());
}

internal sealed class PairGrain : Grain, IPairGrain
{
    public Task<string> Key()
    {
        var number = this.GetPrimaryKeyLong(out var extension);
        return Task.FromResult($"{number} {extension}");
    }
}

/// <summary>Hands itself over as an argument and as a result.</summary>
[Alias("runtime.IHandGrain")]
internal interface IHandGrain : IGrainWithStringKey
{
    Task<IHandGrain> Itself();

    Task<bool> HandOverTo(IHandGrain other);

    Task<bool> IsReference(IHandGrain grain);

    Task<bool> SameFactory();
}

internal sealed class HandGrain(IGrainFactory factory, IGrainContext context) : Grain, IHandGrain
{
    public Task<IHandGrain> Itself() => Task.FromResult<IHandGrain>(this);

    public Task<bool> HandOverTo(IHandGrain other) => other.IsReference(this);

    public Task<bool> IsReference(IHandGrain grain) => Task.FromResult(grain is GrainReference);

    public Task<bool> SameFactory() => Task.FromResult(ReferenceEquals(factory, GrainFactory) && context.Equals(GrainContext));
}
