namespace Actors.Specs.Tests.Disk;

/// <summary>A fact that needs a small disk and is skipped with the reason if none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Tries to mount one.</summary>
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyMissing;
}
