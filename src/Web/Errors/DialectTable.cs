namespace Actors.Web.Errors;

/// <summary>
/// The dialect of paths without a route: the longest registered prefix decides. A module adds its prefixes with
/// <c>services.Configure&lt;DialectTable&gt;(table =&gt; table.Add("/scraper", ErrorDialect.FastApi))</c>.
/// </summary>
public sealed class DialectTable
{
    private readonly List<(PathString Prefix, ErrorDialect Dialect)> _rows = [];

    /// <summary>The dialect of paths without a matching prefix.</summary>
    public ErrorDialect Default { get; set; } = ErrorDialect.FastApi;

    /// <summary>Sets the dialect of a path and everything below it, ignoring case.</summary>
    public DialectTable Add(string prefix, ErrorDialect dialect)
    {
        _rows.Add((new PathString(prefix), dialect));
        _rows.Sort((a, b) => (b.Prefix.Value?.Length ?? 0) - (a.Prefix.Value?.Length ?? 0));
        return this;
    }

    /// <summary>The dialect of a path.</summary>
    public ErrorDialect Of(PathString path)
    {
        foreach (var (prefix, dialect) in _rows)
        {
            if (path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return dialect;
            }
        }

        return Default;
    }
}
