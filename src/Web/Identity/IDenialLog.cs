using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Notes that a caller was refused for want of a permission. Administration implements it.</summary>
public interface IDenialLog
{
    /// <summary>Writes an audit line about the request before its 403 is sent.</summary>
    Task WriteAsync(HttpContext context, Caller caller);
}
