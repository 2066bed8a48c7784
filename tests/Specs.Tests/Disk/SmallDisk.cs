using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Specs.Tests.Disk;

/// <summary>A real file system of 8 MiB in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new("disk");
    private readonly bool _mounted;

    public SmallDisk()
    {
        Directory.CreateDirectory(Folder);
        _mounted = Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", Folder);
    }

    /// <summary>Why none can be mounted here, or null.</summary>
    public static string? WhyMissing { get; } = Probe();

    public string Folder => _folder.Combine("mounted");

    public void Dispose()
    {
        if (_mounted) Run("umount", "--lazy", Folder);
        _folder.Dispose();
    }

    private static string? Probe()
    {
        using var disk = new SmallDisk();
        return disk._mounted ? null : "needs the right to mount a file system in memory";
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
