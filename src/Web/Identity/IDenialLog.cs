using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Records that a caller lacked a permission. The module Administration implements it.</summary>
public interface IDenialLog
{
    /// <summary>Writes an audit entry before the 403 is sent.</summary>
    Task WriteAsync(HttpContext context, Caller caller);
}
