package org.secondavis.openid;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a provider says of somebody who has shown two factors there. One of these is
 * enough, and nothing more is asked for here; where none is named, nobody is spared.
 *
 * @param amr means of authentication (RFC 8176); « otp » or « hwk » alone name one
 * factor, which a provider may have asked for without a password
 * @param acr levels of authentication
 */
@ConfigurationProperties("secondavis.openid")
record OpenIdProperties(@DefaultValue("mfa") Set<String> amr, @DefaultValue( {
		"eidas2", "eidas3" }) Set<String> acr){

}
