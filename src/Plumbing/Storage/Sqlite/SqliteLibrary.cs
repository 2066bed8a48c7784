using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Actors.Plumbing.Storage.Sqlite;

/// <summary>Binds the driver to the system's SQLite: no engine is bundled.</summary>
internal static class SqliteLibrary
{
    private const string DriversName = "e_sqlite3";
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "winsqlite3"];
    private static readonly Lazy<bool> Loaded = new(Bind);

    /// <summary>Loads the library once.</summary>
    /// <exception cref="StoreUnavailableException">The library is not installed.</exception>
    public static void Load() => _ = Loaded.Value;

    private static bool Bind()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != DriversName)
        {
            return 0;
        }

        foreach (var candidate in SystemNames)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        throw new StoreUnavailableException("SQLite is not installed: apt-get install -y libsqlite3-0");
    }
}
