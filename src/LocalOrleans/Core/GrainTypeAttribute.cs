namespace Orleans;

/// <summary>The grain type of a class, instead of the one made of its name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute : Attribute
{
    private readonly string _grainType;

    /// <summary>Gives the grain type.</summary>
    public GrainTypeAttribute(string grainType) => _grainType = grainType;

    /// <summary>The grain type.</summary>
    public Runtime.GrainType GetGrainType(IServiceProvider services, Type type) => Runtime.GrainType.Create(_grainType);
}
