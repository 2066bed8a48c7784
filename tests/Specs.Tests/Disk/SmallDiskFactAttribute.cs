namespace Actors.Specs.Tests.Disk;

/// <summary>A fact that needs a small disk, and is skipped with the reason where none can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Looks whether one can be mounted here.</summary>
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyMissing;
}
