// Made by `make report-script`: report_charts.js, GPL-3.0-or-later;
// Observable Plot and d3, Copyright Observable, Inc. and Mike Bostock,
// ISC License: Permission to use, copy, modify, and/or distribute this
// software for any purpose with or without fee is hereby granted, provided
// that the above copyright notice and this permission notice appear in all
// copies.  THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL
// WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES
// OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
// ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
// WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
// ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR
// IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
(()=>{function Ct(t,e){return t==null||e==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function Ie(t,e){return t==null||
e==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function er(t){let e,n,r;t.length!==2?(e=Ct,n=(s,u)=>Ct(t(s),u),
r=(s,u)=>t(s)-u):(e=t===Ct||t===Ie?t:u0,n=t,r=t);function i(s,u,l=0,c=s.length){if(l<c){if(e(u,u)!==
0)return c;do{let f=l+c>>>1;n(s[f],u)<0?l=f+1:c=f}while(l<c)}return l}function o(s,u,l=0,c=s.length){
if(l<c){if(e(u,u)!==0)return c;do{let f=l+c>>>1;n(s[f],u)<=0?l=f+1:c=f}while(l<c)}return l}function a(s,u,l=0,c=s.
length){let f=i(s,u,l,c-1);return f>l&&r(s[f-1],u)>-r(s[f],u)?f-1:f}return{left:i,center:a,right:o}}
function u0(){return 0}function xc(t){return t===null?NaN:+t}function*l0(t,e){if(e===void 0)for(let n of t)
n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let r of t)(r=e(r,++n,t))!=null&&(r=+r)>=r&&(yield r)}}
var bc=er(Ct),nr=bc.right,J2=bc.left,tM=er(xc).center;var eM=wc(_c),nM=wc(c0);function wc(t){return function(e,n,r=n){if(!((n=+n)>=0))throw new RangeError(
"invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:i,width:o,height:a}=e;if(!((o=
Math.floor(o))>=0))throw new RangeError("invalid width");if(!((a=Math.floor(a!==void 0?a:i.length/o))>=
0))throw new RangeError("invalid height");if(!o||!a||!n&&!r)return e;let s=n&&t(n),u=r&&t(r),l=i.slice();
return s&&u?(Kn(s,l,i,o,a),Kn(s,i,l,o,a),Kn(s,l,i,o,a),Qn(u,i,l,o,a),Qn(u,l,i,o,a),Qn(u,i,l,o,a)):s?
(Kn(s,i,l,o,a),Kn(s,l,i,o,a),Kn(s,i,l,o,a)):u&&(Qn(u,i,l,o,a),Qn(u,l,i,o,a),Qn(u,i,l,o,a)),e}}function Kn(t,e,n,r,i){
for(let o=0,a=r*i;o<a;)t(e,n,o,o+=r,1)}function Qn(t,e,n,r,i){for(let o=0,a=r*i;o<r;++o)t(e,n,o,o+a,
r)}function c0(t){let e=_c(t);return(n,r,i,o,a)=>{i<<=2,o<<=2,a<<=2,e(n,r,i+0,o+0,a),e(n,r,i+1,o+1,a),
e(n,r,i+2,o+2,a),e(n,r,i+3,o+3,a)}}function _c(t){let e=Math.floor(t);if(e===t)return f0(t);let n=t-
e,r=2*t+1;return(i,o,a,s,u)=>{if(!((s-=u)>=a))return;let l=e*o[a],c=u*e,f=c+u;for(let h=a,m=a+c;h<m;h+=
u)l+=o[Math.min(s,h)];for(let h=a,m=s;h<=m;h+=u)l+=o[Math.min(s,h+c)],i[h]=(l+n*(o[Math.max(a,h-f)]+
o[Math.min(s,h+f)]))/r,l-=o[Math.max(a,h-c)]}}function f0(t){let e=2*t+1;return(n,r,i,o,a)=>{if(!((o-=
a)>=i))return;let s=t*r[i],u=a*t;for(let l=i,c=i+u;l<c;l+=a)s+=r[Math.min(o,l)];for(let l=i,c=o;l<=c;l+=
a)s+=r[Math.min(o,l+u)],n[l]=s/e,s-=r[Math.max(i,l-u)]}}function wa(t,e){let n=0;if(e===void 0)for(let r of t)
r!=null&&(r=+r)>=r&&++n;else{let r=-1;for(let i of t)(i=e(i,++r,t))!=null&&(i=+i)>=i&&++n}return n}function h0(t){
return t.length|0}function m0(t){return!(t>0)}function p0(t){return typeof t!="object"||"length"in t?
t:Array.from(t)}function d0(t){return e=>t(...e)}function vc(...t){let e=typeof t[t.length-1]=="func\
tion"&&d0(t.pop());t=t.map(p0);let n=t.map(h0),r=t.length-1,i=new Array(r+1).fill(0),o=[];if(r<0||n.
some(m0))return o;for(;;){o.push(i.map((s,u)=>t[u][s]));let a=r;for(;++i[a]===n[a];){if(a===0)return e?
o.map(e):o;i[a--]=0}}}function Mc(t,e){var n=0,r=0;return Float64Array.from(t,e===void 0?i=>n+=+i||0:
i=>n+=+e(i,r++,t)||0)}function _a(t,e){let n=0,r,i=0,o=0;if(e===void 0)for(let a of t)a!=null&&(a=+a)>=
a&&(r=a-i,i+=r/++n,o+=r*(a-i));else{let a=-1;for(let s of t)(s=e(s,++a,t))!=null&&(s=+s)>=s&&(r=s-i,
i+=r/++n,o+=r*(s-i))}if(n>1)return o/(n-1)}function va(t,e){let n=_a(t,e);return n&&Math.sqrt(n)}function Tt(t,e){
let n,r;if(e===void 0)for(let i of t)i!=null&&(n===void 0?i>=i&&(n=r=i):(n>i&&(n=i),r<i&&(r=i)));else{
let i=-1;for(let o of t)(o=e(o,++i,t))!=null&&(n===void 0?o>=o&&(n=r=o):(n>o&&(n=o),r<o&&(r=o)))}return[
n,r]}var Ut=class extends Map{constructor(e,n=kc){if(super(),Object.defineProperties(this,{_intern:{value:new Map},
_key:{value:n}}),e!=null)for(let[r,i]of e)this.set(r,i)}get(e){return super.get(xa(this,e))}has(e){return super.
has(xa(this,e))}set(e,n){return super.set(Sc(this,e),n)}delete(e){return super.delete(Tc(this,e))}},
ue=class extends Set{constructor(e,n=kc){if(super(),Object.defineProperties(this,{_intern:{value:new Map},
_key:{value:n}}),e!=null)for(let r of e)this.add(r)}has(e){return super.has(xa(this,e))}add(e){return super.
add(Sc(this,e))}delete(e){return super.delete(Tc(this,e))}};function xa({_intern:t,_key:e},n){let r=e(
n);return t.has(r)?t.get(r):n}function Sc({_intern:t,_key:e},n){let r=e(n);return t.has(r)?t.get(r):
(t.set(r,n),n)}function Tc({_intern:t,_key:e},n){let r=e(n);return t.has(r)&&(n=t.get(r),t.delete(r)),
n}function kc(t){return t!==null&&typeof t=="object"?t.valueOf():t}function ba(t){return t}function yn(t,...e){
return Ma(t,ba,ba,e)}function De(t,e,...n){return Ma(t,ba,e,n)}function $c(t,e,...n){return Ma(t,Array.from,e,n)}function Ma(t,e,n,r){return function i(o,a){if(a>=r.length)return n(o);let s=new Ut,u=r[a++],l=-1;for(let c of o){
let f=u(c,++l,o),h=s.get(f);h?h.push(c):s.set(f,[c])}for(let[c,f]of s)s.set(c,i(f,a));return e(s)}(t,
0)}function g0(t,e){return Array.from(e,n=>t[n])}function Jn(t,...e){if(typeof t[Symbol.iterator]!="\
function")throw new TypeError("values is not iterable");t=Array.from(t);let[n]=e;if(n&&n.length!==2||
e.length>1){let r=Uint32Array.from(t,(i,o)=>o);return e.length>1?(e=e.map(i=>t.map(i)),r.sort((i,o)=>{
for(let a of e){let s=Oi(a[i],a[o]);if(s)return s}})):(n=t.map(n),r.sort((i,o)=>Oi(n[i],n[o]))),g0(t,
r)}return t.sort(Cc(n))}function Cc(t=Ct){if(t===Ct)return Oi;if(typeof t!="function")throw new TypeError(
"compare is not a function");return(e,n)=>{let r=t(e,n);return r||r===0?r:(t(n,n)===0)-(t(e,e)===0)}}
function Oi(t,e){return(t==null||!(t>=t))-(e==null||!(e>=e))||(t<e?-1:t>e?1:0)}function Pi(t,e,n){return(e.
length!==2?Jn(De(t,e,n),([r,i],[o,a])=>Ct(i,a)||Ct(r,o)):Jn(yn(t,n),([r,i],[o,a])=>e(i,a)||Ct(r,o))).
map(([r])=>r)}var y0=Array.prototype,rM=y0.slice;var x0=Math.sqrt(50),b0=Math.sqrt(10),w0=Math.sqrt(2);function Yi(t,e,n){let r=(e-t)/Math.max(0,n),i=Math.
floor(Math.log10(r)),o=r/Math.pow(10,i),a=o>=x0?10:o>=b0?5:o>=w0?2:1,s,u,l;return i<0?(l=Math.pow(10,
-i)/a,s=Math.round(t*l),u=Math.round(e*l),s/l<t&&++s,u/l>e&&--u,l=-l):(l=Math.pow(10,i)*a,s=Math.round(
t/l),u=Math.round(e/l),s*l<t&&++s,u*l>e&&--u),u<s&&.5<=n&&n<2?Yi(t,e,n*2):[s,u,l]}function Ke(t,e,n){
if(e=+e,t=+t,n=+n,!(n>0))return[];if(t===e)return[t];let r=e<t,[i,o,a]=r?Yi(e,t,n):Yi(t,e,n);if(!(o>=
i))return[];let s=o-i+1,u=new Array(s);if(r)if(a<0)for(let l=0;l<s;++l)u[l]=(o-l)/-a;else for(let l=0;l<
s;++l)u[l]=(o-l)*a;else if(a<0)for(let l=0;l<s;++l)u[l]=(i+l)/-a;else for(let l=0;l<s;++l)u[l]=(i+l)*
a;return u}function tr(t,e,n){return e=+e,t=+t,n=+n,Yi(t,e,n)[2]}function Gr(t,e,n){e=+e,t=+t,n=+n;let r=e<
t,i=r?tr(e,t,n):tr(t,e,n);return(r?-1:1)*(i<0?1/-i:i)}function Ac(t){return Math.max(1,Math.ceil(Math.log(wa(t))/Math.LN2)+1)}function Nt(t,e){let n;if(e===void 0)for(let r of t)r!=null&&(n<r||n===void 0&&r>=r)&&(n=r);else{let r=-1;
for(let i of t)(i=e(i,++r,t))!=null&&(n<i||n===void 0&&i>=i)&&(n=i)}return n}function Nc(t,e){let n,
r=-1,i=-1;if(e===void 0)for(let o of t)++i,o!=null&&(n<o||n===void 0&&o>=o)&&(n=o,r=i);else for(let o of t)
(o=e(o,++i,t))!=null&&(n<o||n===void 0&&o>=o)&&(n=o,r=i);return r}function Wt(t,e){let n;if(e===void 0)
for(let r of t)r!=null&&(n>r||n===void 0&&r>=r)&&(n=r);else{let r=-1;for(let i of t)(i=e(i,++r,t))!=
null&&(n>i||n===void 0&&i>=i)&&(n=i)}return n}function Ic(t,e){let n,r=-1,i=-1;if(e===void 0)for(let o of t)
++i,o!=null&&(n>o||n===void 0&&o>=o)&&(n=o,r=i);else for(let o of t)(o=e(o,++i,t))!=null&&(n>o||n===
void 0&&o>=o)&&(n=o,r=i);return r}function Dc(t,e,n=0,r=1/0,i){if(e=Math.floor(e),n=Math.floor(Math.
max(0,n)),r=Math.floor(Math.min(t.length-1,r)),!(n<=e&&e<=r))return t;for(i=i===void 0?Oi:Cc(i);r>n;){
if(r-n>600){let u=r-n+1,l=e-n+1,c=Math.log(u),f=.5*Math.exp(2*c/3),h=.5*Math.sqrt(c*f*(u-f)/u)*(l-u/
2<0?-1:1),m=Math.max(n,Math.floor(e-l*f/u+h)),d=Math.min(r,Math.floor(e+(u-l)*f/u+h));Dc(t,e,m,d,i)}
let o=t[e],a=n,s=r;for(Wr(t,n,e),i(t[r],o)>0&&Wr(t,n,r);a<s;){for(Wr(t,a,s),++a,--s;i(t[a],o)<0;)++a;
for(;i(t[s],o)>0;)--s}i(t[n],o)===0?Wr(t,n,s):(++s,Wr(t,s,r)),s<=e&&(n=s+1),e<=s&&(r=s-1)}return t}function Wr(t,e,n){
let r=t[e];t[e]=t[n],t[n]=r}function Sa(t,e=Ct){let n,r=!1;if(e.length===1){let i;for(let o of t){let a=e(
o);(r?Ct(a,i)>0:Ct(a,a)===0)&&(n=o,i=a,r=!0)}}else for(let i of t)(r?e(i,n)>0:e(i,i)===0)&&(n=i,r=!0);
return n}function Ne(t,e,n){if(t=Float64Array.from(l0(t,n)),!(!(r=t.length)||isNaN(e=+e))){if(e<=0||
r<2)return Wt(t);if(e>=1)return Nt(t);var r,i=(r-1)*e,o=Math.floor(i),a=Nt(Dc(t,o).subarray(0,o+1)),
s=Wt(t.subarray(o+1));return a+(s-a)*(i-o)}}function Ec(t,e,n=xc){if(!(!(r=t.length)||isNaN(e=+e))){
if(e<=0||r<2)return+n(t[0],0,t);if(e>=1)return+n(t[r-1],r-1,t);var r,i=(r-1)*e,o=Math.floor(i),a=+n(
t[o],o,t),s=+n(t[o+1],o+1,t);return a+(s-a)*(i-o)}}function Rc(t,e,n){let r=wa(t),i=Ne(t,.75)-Ne(t,.25);return r&&i?Math.ceil((n-e)/(2*i*Math.pow(r,-1/
3))):1}function Ta(t,e,n){let r=wa(t),i=va(t);return r&&i?Math.ceil((n-e)*Math.cbrt(r)/(3.49*i)):1}function Lc(t,e){
let n=0,r=0;if(e===void 0)for(let i of t)i!=null&&(i=+i)>=i&&(++n,r+=i);else{let i=-1;for(let o of t)
(o=e(o,++i,t))!=null&&(o=+o)>=o&&(++n,r+=o)}if(n)return r/n}function Hr(t,e){return Ne(t,.5,e)}function Fc(t,e){let n=new Ut;if(e===void 0)for(let o of t)o!=null&&o>=o&&n.set(o,(n.get(o)||0)+1);else{
let o=-1;for(let a of t)(a=e(a,++o,t))!=null&&a>=a&&n.set(a,(n.get(a)||0)+1)}let r,i=0;for(let[o,a]of n)
a>i&&(i=a,r=o);return r}function Oc(t,e=_0){let n=[],r,i=!1;for(let o of t)i&&n.push(e(r,o)),r=o,i=!0;
return n}function _0(t,e){return[t,e]}function Vr(t,e,n){t=+t,e=+e,n=(i=arguments.length)<2?(e=t,t=0,
1):i<3?1:+n;for(var r=-1,i=Math.max(0,Math.ceil((e-t)/n))|0,o=new Array(i);++r<i;)o[r]=t+r*n;return o}var iM=v0(Math.random);function v0(t){return function(n,r=0,i=n.length){let o=i-(r=+r);for(;o;){let a=t()*
o--|0,s=n[o+r];n[o+r]=n[a+r],n[a+r]=s}return n}}function te(t,e){let n=0;if(e===void 0)for(let r of t)
(r=+r)&&(n+=r);else{let r=-1;for(let i of t)(i=+e(i,++r,t))&&(n+=i)}return n}function rr(t){if(typeof t[Symbol.iterator]!="function")throw new TypeError("values is not iterable");
return Array.from(t).reverse()}function M0(t){return t}var ka=1,$a=2,Ca=3,Bi=4,Yc=1e-6;function S0(t){return"translate("+t+",0)"}function T0(t){
return"translate(0,"+t+")"}function k0(t){return e=>+t(e)}function $0(t,e){return e=Math.max(0,t.bandwidth()-
e*2)/2,t.round()&&(e=Math.round(e)),n=>+t(n)+e}function C0(){return!this.__axis}function A0(t,e){var n=[],
r=null,i=null,o=6,a=6,s=3,u=typeof window<"u"&&window.devicePixelRatio>1?0:.5,l=t===ka||t===Bi?-1:1,
c=t===Bi||t===$a?"x":"y",f=t===ka||t===Ca?S0:T0;function h(m){var d=r??(e.ticks?e.ticks.apply(e,n):e.
domain()),p=i??(e.tickFormat?e.tickFormat.apply(e,n):M0),x=Math.max(o,0)+s,g=e.range(),y=+g[0]+u,v=+g[g.
length-1]+u,b=(e.bandwidth?$0:k0)(e.copy(),u),S=m.selection?m.selection():m,w=S.selectAll(".domain").
data([null]),_=S.selectAll(".tick").data(d,e).order(),T=_.exit(),$=_.enter().append("g").attr("class",
"tick"),N=_.select("line"),A=_.select("text");w=w.merge(w.enter().insert("path",".tick").attr("class",
"domain").attr("stroke","currentColor")),_=_.merge($),N=N.merge($.append("line").attr("stroke","curr\
entColor").attr(c+"2",l*o)),A=A.merge($.append("text").attr("fill","currentColor").attr(c,l*x).attr(
"dy",t===ka?"0em":t===Ca?"0.71em":"0.32em")),m!==S&&(w=w.transition(m),_=_.transition(m),N=N.transition(
m),A=A.transition(m),T=T.transition(m).attr("opacity",Yc).attr("transform",function(C){return isFinite(
C=b(C))?f(C+u):this.getAttribute("transform")}),$.attr("opacity",Yc).attr("transform",function(C){var X=this.
parentNode.__axis;return f((X&&isFinite(X=X(C))?X:b(C))+u)})),T.remove(),w.attr("d",t===Bi||t===$a?a?
"M"+l*a+","+y+"H"+u+"V"+v+"H"+l*a:"M"+u+","+y+"V"+v:a?"M"+y+","+l*a+"V"+u+"H"+v+"V"+l*a:"M"+y+","+u+
"H"+v),_.attr("opacity",1).attr("transform",function(C){return f(b(C)+u)}),N.attr(c+"2",l*o),A.attr(
c,l*x).text(p),S.filter(C0).attr("fill","none").attr("font-size",10).attr("font-family","sans-serif").
attr("text-anchor",t===$a?"start":t===Bi?"end":"middle"),S.each(function(){this.__axis=b})}return h.
scale=function(m){return arguments.length?(e=m,h):e},h.ticks=function(){return n=Array.from(arguments),
h},h.tickArguments=function(m){return arguments.length?(n=m==null?[]:Array.from(m),h):n.slice()},h.tickValues=
function(m){return arguments.length?(r=m==null?null:Array.from(m),h):r&&r.slice()},h.tickFormat=function(m){
return arguments.length?(i=m,h):i},h.tickSize=function(m){return arguments.length?(o=a=+m,h):o},h.tickSizeInner=
function(m){return arguments.length?(o=+m,h):o},h.tickSizeOuter=function(m){return arguments.length?
(a=+m,h):a},h.tickPadding=function(m){return arguments.length?(s=+m,h):s},h.offset=function(m){return arguments.
length?(u=+m,h):u},h}function Pc(t){return A0(Ca,t)}var Aa="http://www.w3.org/1999/xhtml",Qe={svg:"http://www.w3.org/2000/svg",xhtml:Aa,xlink:"http://ww\
w.w3.org/1999/xlink",xml:"http://www.w3.org/XML/1998/namespace",xmlns:"http://www.w3.org/2000/xmlns/"};
function Bc(t){var e=t+="",n=e.indexOf(":");return n>=0&&(e=t.slice(0,n))!=="xmlns"&&(t=t.slice(n+1)),
Qe.hasOwnProperty(e)?{space:Qe[e],local:t}:t}function N0(t){return function(){var e=this.ownerDocument,
n=this.namespaceURI;return n===Aa&&e.documentElement.namespaceURI===Aa?e.createElement(t):e.createElementNS(
n,t)}}function I0(t){return function(){return this.ownerDocument.createElementNS(t.space,t.local)}}function ir(t){
var e=Bc(t);return(e.local?I0:N0)(e)}function D0(){}function qc(t){return t==null?D0:function(){return this.
querySelector(t)}}function E0(t){typeof t!="function"&&(t=qc(t));for(var e=this._groups,n=e.length,r=new Array(
n),i=0;i<n;++i)for(var o=e[i],a=o.length,s=r[i]=new Array(a),u,l,c=0;c<a;++c)(u=o[c])&&(l=t.call(u,u.
__data__,c,o))&&("__data__"in u&&(l.__data__=u.__data__),s[c]=l);return new qt(r,this._parents)}function R0(t){
return t==null?[]:Array.isArray(t)?t:Array.from(t)}function L0(){return[]}function F0(t){return t==null?
L0:function(){return this.querySelectorAll(t)}}function O0(t){return function(){return R0(t.apply(this,
arguments))}}function Y0(t){typeof t=="function"?t=O0(t):t=F0(t);for(var e=this._groups,n=e.length,r=[],
i=[],o=0;o<n;++o)for(var a=e[o],s=a.length,u,l=0;l<s;++l)(u=a[l])&&(r.push(t.call(u,u.__data__,l,a)),
i.push(u));return new qt(r,i)}function P0(t){return function(){return this.matches(t)}}function zc(t){
return function(e){return e.matches(t)}}var B0=Array.prototype.find;function q0(t){return function(){
return B0.call(this.children,t)}}function z0(){return this.firstElementChild}function X0(t){return this.
select(t==null?z0:q0(typeof t=="function"?t:zc(t)))}var U0=Array.prototype.filter;function W0(){return Array.
from(this.children)}function G0(t){return function(){return U0.call(this.children,t)}}function H0(t){
return this.selectAll(t==null?W0:G0(typeof t=="function"?t:zc(t)))}function V0(t){typeof t!="functio\
n"&&(t=P0(t));for(var e=this._groups,n=e.length,r=new Array(n),i=0;i<n;++i)for(var o=e[i],a=o.length,
s=r[i]=[],u,l=0;l<a;++l)(u=o[l])&&t.call(u,u.__data__,l,o)&&s.push(u);return new qt(r,this._parents)}
function Xc(t){return new Array(t.length)}function j0(){return new qt(this._enter||this._groups.map(
Xc),this._parents)}function qi(t,e){this.ownerDocument=t.ownerDocument,this.namespaceURI=t.namespaceURI,
this._next=null,this._parent=t,this.__data__=e}qi.prototype={constructor:qi,appendChild:function(t){
return this._parent.insertBefore(t,this._next)},insertBefore:function(t,e){return this._parent.insertBefore(
t,e)},querySelector:function(t){return this._parent.querySelector(t)},querySelectorAll:function(t){return this.
_parent.querySelectorAll(t)}};function Z0(t){return function(){return t}}function K0(t,e,n,r,i,o){for(var a=0,
s,u=e.length,l=o.length;a<l;++a)(s=e[a])?(s.__data__=o[a],r[a]=s):n[a]=new qi(t,o[a]);for(;a<u;++a)(s=
e[a])&&(i[a]=s)}function Q0(t,e,n,r,i,o,a){var s,u,l=new Map,c=e.length,f=o.length,h=new Array(c),m;
for(s=0;s<c;++s)(u=e[s])&&(h[s]=m=a.call(u,u.__data__,s,e)+"",l.has(m)?i[s]=u:l.set(m,u));for(s=0;s<
f;++s)m=a.call(t,o[s],s,o)+"",(u=l.get(m))?(r[s]=u,u.__data__=o[s],l.delete(m)):n[s]=new qi(t,o[s]);
for(s=0;s<c;++s)(u=e[s])&&l.get(h[s])===u&&(i[s]=u)}function J0(t){return t.__data__}function tx(t,e){
if(!arguments.length)return Array.from(this,J0);var n=e?Q0:K0,r=this._parents,i=this._groups;typeof t!=
"function"&&(t=Z0(t));for(var o=i.length,a=new Array(o),s=new Array(o),u=new Array(o),l=0;l<o;++l){var c=r[l],
f=i[l],h=f.length,m=ex(t.call(c,c&&c.__data__,l,r)),d=m.length,p=s[l]=new Array(d),x=a[l]=new Array(
d),g=u[l]=new Array(h);n(c,f,p,x,g,m,e);for(var y=0,v=0,b,S;y<d;++y)if(b=p[y]){for(y>=v&&(v=y+1);!(S=
x[v])&&++v<d;);b._next=S||null}}return a=new qt(a,r),a._enter=s,a._exit=u,a}function ex(t){return typeof t==
"object"&&"length"in t?t:Array.from(t)}function nx(){return new qt(this._exit||this._groups.map(Xc),
this._parents)}function rx(t,e,n){var r=this.enter(),i=this,o=this.exit();return typeof t=="function"?
(r=t(r),r&&(r=r.selection())):r=r.append(t+""),e!=null&&(i=e(i),i&&(i=i.selection())),n==null?o.remove():
n(o),r&&i?r.merge(i).order():i}function ix(t){for(var e=t.selection?t.selection():t,n=this._groups,r=e.
_groups,i=n.length,o=r.length,a=Math.min(i,o),s=new Array(i),u=0;u<a;++u)for(var l=n[u],c=r[u],f=l.length,
h=s[u]=new Array(f),m,d=0;d<f;++d)(m=l[d]||c[d])&&(h[d]=m);for(;u<i;++u)s[u]=n[u];return new qt(s,this.
_parents)}function ox(){for(var t=this._groups,e=-1,n=t.length;++e<n;)for(var r=t[e],i=r.length-1,o=r[i],
a;--i>=0;)(a=r[i])&&(o&&a.compareDocumentPosition(o)^4&&o.parentNode.insertBefore(a,o),o=a);return this}
function ax(t){t||(t=sx);function e(f,h){return f&&h?t(f.__data__,h.__data__):!f-!h}for(var n=this._groups,
r=n.length,i=new Array(r),o=0;o<r;++o){for(var a=n[o],s=a.length,u=i[o]=new Array(s),l,c=0;c<s;++c)(l=
a[c])&&(u[c]=l);u.sort(e)}return new qt(i,this._parents).order()}function sx(t,e){return t<e?-1:t>e?
1:t>=e?0:NaN}function ux(){var t=arguments[0];return arguments[0]=this,t.apply(null,arguments),this}
function lx(){return Array.from(this)}function cx(){for(var t=this._groups,e=0,n=t.length;e<n;++e)for(var r=t[e],
i=0,o=r.length;i<o;++i){var a=r[i];if(a)return a}return null}function fx(){let t=0;for(let e of this)
++t;return t}function hx(){return!this.node()}function mx(t){for(var e=this._groups,n=0,r=e.length;n<
r;++n)for(var i=e[n],o=0,a=i.length,s;o<a;++o)(s=i[o])&&t.call(s,s.__data__,o,i);return this}function px(t){
return function(){this.removeAttribute(t)}}function dx(t){return function(){this.removeAttributeNS(t.
space,t.local)}}function gx(t,e){return function(){this.setAttribute(t,e)}}function yx(t,e){return function(){
this.setAttributeNS(t.space,t.local,e)}}function xx(t,e){return function(){var n=e.apply(this,arguments);
n==null?this.removeAttribute(t):this.setAttribute(t,n)}}function bx(t,e){return function(){var n=e.apply(
this,arguments);n==null?this.removeAttributeNS(t.space,t.local):this.setAttributeNS(t.space,t.local,
n)}}function wx(t,e){var n=Bc(t);if(arguments.length<2){var r=this.node();return n.local?r.getAttributeNS(
n.space,n.local):r.getAttribute(n)}return this.each((e==null?n.local?dx:px:typeof e=="function"?n.local?
bx:xx:n.local?yx:gx)(n,e))}function Uc(t){return t.ownerDocument&&t.ownerDocument.defaultView||t.document&&
t||t.defaultView}function _x(t){return function(){this.style.removeProperty(t)}}function vx(t,e,n){return function(){
this.style.setProperty(t,e,n)}}function Mx(t,e,n){return function(){var r=e.apply(this,arguments);r==
null?this.style.removeProperty(t):this.style.setProperty(t,r,n)}}function Sx(t,e,n){return arguments.
length>1?this.each((e==null?_x:typeof e=="function"?Mx:vx)(t,e,n??"")):Tx(this.node(),t)}function Tx(t,e){
return t.style.getPropertyValue(e)||Uc(t).getComputedStyle(t,null).getPropertyValue(e)}function kx(t){
return function(){delete this[t]}}function $x(t,e){return function(){this[t]=e}}function Cx(t,e){return function(){
var n=e.apply(this,arguments);n==null?delete this[t]:this[t]=n}}function Ax(t,e){return arguments.length>
1?this.each((e==null?kx:typeof e=="function"?Cx:$x)(t,e)):this.node()[t]}function Wc(t){return t.trim().
split(/^|\s+/)}function Ia(t){return t.classList||new Gc(t)}function Gc(t){this._node=t,this._names=
Wc(t.getAttribute("class")||"")}Gc.prototype={add:function(t){var e=this._names.indexOf(t);e<0&&(this.
_names.push(t),this._node.setAttribute("class",this._names.join(" ")))},remove:function(t){var e=this.
_names.indexOf(t);e>=0&&(this._names.splice(e,1),this._node.setAttribute("class",this._names.join(" ")))},
contains:function(t){return this._names.indexOf(t)>=0}};function Hc(t,e){for(var n=Ia(t),r=-1,i=e.length;++r<
i;)n.add(e[r])}function Vc(t,e){for(var n=Ia(t),r=-1,i=e.length;++r<i;)n.remove(e[r])}function Nx(t){
return function(){Hc(this,t)}}function Ix(t){return function(){Vc(this,t)}}function Dx(t,e){return function(){
(e.apply(this,arguments)?Hc:Vc)(this,t)}}function Ex(t,e){var n=Wc(t+"");if(arguments.length<2){for(var r=Ia(
this.node()),i=-1,o=n.length;++i<o;)if(!r.contains(n[i]))return!1;return!0}return this.each((typeof e==
"function"?Dx:e?Nx:Ix)(n,e))}function Rx(){this.textContent=""}function Lx(t){return function(){this.
textContent=t}}function Fx(t){return function(){var e=t.apply(this,arguments);this.textContent=e??""}}
function Ox(t){return arguments.length?this.each(t==null?Rx:(typeof t=="function"?Fx:Lx)(t)):this.node().
textContent}function Yx(){this.innerHTML=""}function Px(t){return function(){this.innerHTML=t}}function Bx(t){
return function(){var e=t.apply(this,arguments);this.innerHTML=e??""}}function qx(t){return arguments.
length?this.each(t==null?Yx:(typeof t=="function"?Bx:Px)(t)):this.node().innerHTML}function zx(){this.
nextSibling&&this.parentNode.appendChild(this)}function Xx(){return this.each(zx)}function Ux(){this.
previousSibling&&this.parentNode.insertBefore(this,this.parentNode.firstChild)}function Wx(){return this.
each(Ux)}function Gx(t){var e=typeof t=="function"?t:ir(t);return this.select(function(){return this.
appendChild(e.apply(this,arguments))})}function Hx(){return null}function Vx(t,e){var n=typeof t=="f\
unction"?t:ir(t),r=e==null?Hx:typeof e=="function"?e:qc(e);return this.select(function(){return this.
insertBefore(n.apply(this,arguments),r.apply(this,arguments)||null)})}function jx(){var t=this.parentNode;
t&&t.removeChild(this)}function Zx(){return this.each(jx)}function Kx(){var t=this.cloneNode(!1),e=this.
parentNode;return e?e.insertBefore(t,this.nextSibling):t}function Qx(){var t=this.cloneNode(!0),e=this.
parentNode;return e?e.insertBefore(t,this.nextSibling):t}function Jx(t){return this.select(t?Qx:Kx)}
function t1(t){return arguments.length?this.property("__data__",t):this.node().__data__}function e1(t){
return function(e){t.call(this,e,this.__data__)}}function n1(t){return t.trim().split(/^|\s+/).map(function(e){
var n="",r=e.indexOf(".");return r>=0&&(n=e.slice(r+1),e=e.slice(0,r)),{type:e,name:n}})}function r1(t){
return function(){var e=this.__on;if(e){for(var n=0,r=-1,i=e.length,o;n<i;++n)o=e[n],(!t.type||o.type===
t.type)&&o.name===t.name?this.removeEventListener(o.type,o.listener,o.options):e[++r]=o;++r?e.length=
r:delete this.__on}}}function i1(t,e,n){return function(){var r=this.__on,i,o=e1(e);if(r){for(var a=0,
s=r.length;a<s;++a)if((i=r[a]).type===t.type&&i.name===t.name){this.removeEventListener(i.type,i.listener,
i.options),this.addEventListener(i.type,i.listener=o,i.options=n),i.value=e;return}}this.addEventListener(
t.type,o,n),i={type:t.type,name:t.name,value:e,listener:o,options:n},r?r.push(i):this.__on=[i]}}function o1(t,e,n){
var r=n1(t+""),i,o=r.length,a;if(arguments.length<2){var s=this.node().__on;if(s){for(var u=0,l=s.length,
c;u<l;++u)for(i=0,c=s[u];i<o;++i)if((a=r[i]).type===c.type&&a.name===c.name)return c.value}return}for(s=
e?i1:r1,i=0;i<o;++i)this.each(s(r[i],e,n));return this}function jc(t,e,n){var r=Uc(t),i=r.CustomEvent;
typeof i=="function"?i=new i(e,n):(i=r.document.createEvent("Event"),n?(i.initEvent(e,n.bubbles,n.cancelable),
i.detail=n.detail):i.initEvent(e,!1,!1)),t.dispatchEvent(i)}function a1(t,e){return function(){return jc(
this,t,e)}}function s1(t,e){return function(){return jc(this,t,e.apply(this,arguments))}}function u1(t,e){
return this.each((typeof e=="function"?s1:a1)(t,e))}function*l1(){for(var t=this._groups,e=0,n=t.length;e<
n;++e)for(var r=t[e],i=0,o=r.length,a;i<o;++i)(a=r[i])&&(yield a)}var Zc=[null];function qt(t,e){this.
_groups=t,this._parents=e}function c1(){return new qt([[document.documentElement]],Zc)}function f1(){
return this}qt.prototype=c1.prototype={constructor:qt,select:E0,selectAll:Y0,selectChild:X0,selectChildren:H0,
filter:V0,data:tx,enter:j0,exit:nx,join:rx,merge:ix,selection:f1,order:ox,sort:ax,call:ux,nodes:lx,node:cx,
size:fx,empty:hx,each:mx,attr:wx,style:Sx,property:Ax,classed:Ex,text:Ox,html:qx,raise:Xx,lower:Wx,append:Gx,
insert:Vx,remove:Zx,clone:Jx,datum:t1,on:o1,dispatch:u1,[Symbol.iterator]:l1};function ee(t){return typeof t==
"string"?new qt([[document.querySelector(t)]],[document.documentElement]):new qt([[t]],Zc)}var h1=0;function m1(){return new Na}function Na(){this._="@"+(++h1).toString(36)}Na.prototype=m1.prototype=
{constructor:Na,get:function(t){for(var e=this._;!(e in t);)if(!(t=t.parentNode))return;return t[e]},
set:function(t,e){return t[this._]=e},remove:function(t){return this._ in t&&delete t[this._]},toString:function(){
return this._}};function p1(t){let e;for(;e=t.sourceEvent;)t=e;return t}function Kc(t,e){if(t=p1(t),
e===void 0&&(e=t.currentTarget),e){var n=e.ownerSVGElement||e;if(n.createSVGPoint){var r=n.createSVGPoint();
return r.x=t.clientX,r.y=t.clientY,r=r.matrixTransform(e.getScreenCTM().inverse()),[r.x,r.y]}if(e.getBoundingClientRect){
var i=e.getBoundingClientRect();return[t.clientX-i.left-e.clientLeft,t.clientY-i.top-e.clientTop]}}return[
t.pageX,t.pageY]}function ur(t,e,n){t.prototype=e.prototype=n,n.constructor=t}function Kr(t,e){var n=Object.create(t.
prototype);for(var r in e)n[r]=e[r];return n}function Je(){}var _n=.7,sr=1/_n,or="\\s*([+-]?\\d+)\\s*",
jr="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",le="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\
\\s*",d1=/^#([0-9a-f]{3,8})$/,g1=new RegExp(`^rgb\\(${or},${or},${or}\\)$`),y1=new RegExp(`^rgb\\(${le}\
,${le},${le}\\)$`),x1=new RegExp(`^rgba\\(${or},${or},${or},${jr}\\)$`),b1=new RegExp(`^rgba\\(${le}\
,${le},${le},${jr}\\)$`),w1=new RegExp(`^hsl\\(${jr},${le},${le}\\)$`),_1=new RegExp(`^hsla\\(${jr},${le}\
,${le},${jr}\\)$`),Qc={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,
beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,
burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,
cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,
darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,
darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,
darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,
dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,
gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,
grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,
lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,
lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,
lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,
lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,
limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,
mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,
mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,
moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,
orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,
palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,
powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,
saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,
silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,
springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,
violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};
ur(Je,lr,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().
displayable()},hex:Jc,formatHex:Jc,formatHex8:v1,formatHsl:M1,formatRgb:tf,toString:tf});function Jc(){
return this.rgb().formatHex()}function v1(){return this.rgb().formatHex8()}function M1(){return cf(this).
formatHsl()}function tf(){return this.rgb().formatRgb()}function lr(t){var e,n;return t=(t+"").trim().
toLowerCase(),(e=d1.exec(t))?(n=e[1].length,e=parseInt(e[1],16),n===6?ef(e):n===3?new bt(e>>8&15|e>>
4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):n===8?zi(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):n===4?zi(e>>
12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=g1.exec(t))?new bt(e[1],
e[2],e[3],1):(e=y1.exec(t))?new bt(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=x1.exec(t))?zi(e[1],
e[2],e[3],e[4]):(e=b1.exec(t))?zi(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=w1.exec(t))?of(e[1],
e[2]/100,e[3]/100,1):(e=_1.exec(t))?of(e[1],e[2]/100,e[3]/100,e[4]):Qc.hasOwnProperty(t)?ef(Qc[t]):t===
"transparent"?new bt(NaN,NaN,NaN,0):null}function ef(t){return new bt(t>>16&255,t>>8&255,t&255,1)}function zi(t,e,n,r){
return r<=0&&(t=e=n=NaN),new bt(t,e,n,r)}function Oa(t){return t instanceof Je||(t=lr(t)),t?(t=t.rgb(),
new bt(t.r,t.g,t.b,t.opacity)):new bt}function Re(t,e,n,r){return arguments.length===1?Oa(t):new bt(
t,e,n,r??1)}function bt(t,e,n,r){this.r=+t,this.g=+e,this.b=+n,this.opacity=+r}ur(bt,Re,Kr(Je,{brighter(t){
return t=t==null?sr:Math.pow(sr,t),new bt(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=
t==null?_n:Math.pow(_n,t),new bt(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){
return new bt(bn(this.r),bn(this.g),bn(this.b),Ui(this.opacity))},displayable(){return-.5<=this.r&&this.
r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:nf,
formatHex:nf,formatHex8:S1,formatRgb:rf,toString:rf}));function nf(){return`#${xn(this.r)}${xn(this.
g)}${xn(this.b)}`}function S1(){return`#${xn(this.r)}${xn(this.g)}${xn(this.b)}${xn((isNaN(this.opacity)?
1:this.opacity)*255)}`}function rf(){let t=Ui(this.opacity);return`${t===1?"rgb(":"rgba("}${bn(this.
r)}, ${bn(this.g)}, ${bn(this.b)}${t===1?")":`, ${t})`}`}function Ui(t){return isNaN(t)?1:Math.max(0,
Math.min(1,t))}function bn(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function xn(t){return t=
bn(t),(t<16?"0":"")+t.toString(16)}function of(t,e,n,r){return r<=0?t=e=n=NaN:n<=0||n>=1?t=e=NaN:e<=
0&&(t=NaN),new ne(t,e,n,r)}function cf(t){if(t instanceof ne)return new ne(t.h,t.s,t.l,t.opacity);if(t instanceof
Je||(t=lr(t)),!t)return new ne;if(t instanceof ne)return t;t=t.rgb();var e=t.r/255,n=t.g/255,r=t.b/255,
i=Math.min(e,n,r),o=Math.max(e,n,r),a=NaN,s=o-i,u=(o+i)/2;return s?(e===o?a=(n-r)/s+(n<r)*6:n===o?a=
(r-e)/s+2:a=(e-n)/s+4,s/=u<.5?o+i:2-o-i,a*=60):s=u>0&&u<1?0:a,new ne(a,s,u,t.opacity)}function Gi(t,e,n,r){
return arguments.length===1?cf(t):new ne(t,e,n,r??1)}function ne(t,e,n,r){this.h=+t,this.s=+e,this.l=
+n,this.opacity=+r}ur(ne,Gi,Kr(Je,{brighter(t){return t=t==null?sr:Math.pow(sr,t),new ne(this.h,this.
s,this.l*t,this.opacity)},darker(t){return t=t==null?_n:Math.pow(_n,t),new ne(this.h,this.s,this.l*t,
this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,n=this.l,r=n+
(n<.5?n:1-n)*e,i=2*n-r;return new bt(Da(t>=240?t-240:t+120,i,r),Da(t,i,r),Da(t<120?t+240:t-120,i,r),
this.opacity)},clamp(){return new ne(af(this.h),Xi(this.s),Xi(this.l),Ui(this.opacity))},displayable(){
return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},
formatHsl(){let t=Ui(this.opacity);return`${t===1?"hsl(":"hsla("}${af(this.h)}, ${Xi(this.s)*100}%, ${Xi(
this.l)*100}%${t===1?")":`, ${t})`}`}}));function af(t){return t=(t||0)%360,t<0?t+360:t}function Xi(t){
return Math.max(0,Math.min(1,t||0))}function Da(t,e,n){return(t<60?e+(n-e)*t/60:t<180?n:t<240?e+(n-e)*
(240-t)/60:e)*255}var ff=Math.PI/180,hf=180/Math.PI,Wi=18,mf=.96422,pf=1,df=.82521,gf=4/29,ar=6/29,yf=3*
ar*ar,T1=ar*ar*ar;function xf(t){if(t instanceof ce)return new ce(t.l,t.a,t.b,t.opacity);if(t instanceof
Ee)return bf(t);t instanceof bt||(t=Oa(t));var e=Fa(t.r),n=Fa(t.g),r=Fa(t.b),i=Ea((.2225045*e+.7168786*
n+.0606169*r)/pf),o,a;return e===n&&n===r?o=a=i:(o=Ea((.4360747*e+.3850649*n+.1430804*r)/mf),a=Ea((.0139322*
e+.0971045*n+.7141733*r)/df)),new ce(116*i-16,500*(o-i),200*(i-a),t.opacity)}function Hi(t,e,n,r){return arguments.length===1?xf(t):new ce(t,e,n,r??1)}function ce(t,e,n,r){this.
l=+t,this.a=+e,this.b=+n,this.opacity=+r}ur(ce,Hi,Kr(Je,{brighter(t){return new ce(this.l+Wi*(t??1),
this.a,this.b,this.opacity)},darker(t){return new ce(this.l-Wi*(t??1),this.a,this.b,this.opacity)},rgb(){
var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,n=isNaN(this.b)?t:t-this.b/200;return e=mf*Ra(e),
t=pf*Ra(t),n=df*Ra(n),new bt(La(3.1338561*e-1.6168667*t-.4906146*n),La(-.9787684*e+1.9161415*t+.033454*
n),La(.0719453*e-.2289914*t+1.4052427*n),this.opacity)}}));function Ea(t){return t>T1?Math.pow(t,1/3):
t/yf+gf}function Ra(t){return t>ar?t*t*t:yf*(t-gf)}function La(t){return 255*(t<=.0031308?12.92*t:1.055*
Math.pow(t,1/2.4)-.055)}function Fa(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function k1(t){
if(t instanceof Ee)return new Ee(t.h,t.c,t.l,t.opacity);if(t instanceof ce||(t=xf(t)),t.a===0&&t.b===
0)return new Ee(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*hf;return new Ee(e<
0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Vi(t,e,n,r){return arguments.length===1?k1(t):new Ee(t,e,n,r??1)}function Ee(t,e,n,r){this.
h=+t,this.c=+e,this.l=+n,this.opacity=+r}function bf(t){if(isNaN(t.h))return new ce(t.l,0,0,t.opacity);
var e=t.h*ff;return new ce(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}ur(Ee,Vi,Kr(Je,{brighter(t){
return new Ee(this.h,this.c,this.l+Wi*(t??1),this.opacity)},darker(t){return new Ee(this.h,this.c,this.
l-Wi*(t??1),this.opacity)},rgb(){return bf(this).rgb()}}));var wf=-.14861,Ya=1.78277,Pa=-.29227,ji=-.90649,
Zr=1.97294,sf=Zr*ji,uf=Zr*Ya,lf=Ya*Pa-ji*wf;function $1(t){if(t instanceof wn)return new wn(t.h,t.s,
t.l,t.opacity);t instanceof bt||(t=Oa(t));var e=t.r/255,n=t.g/255,r=t.b/255,i=(lf*r+sf*e-uf*n)/(lf+sf-
uf),o=r-i,a=(Zr*(n-i)-Pa*o)/ji,s=Math.sqrt(a*a+o*o)/(Zr*i*(1-i)),u=s?Math.atan2(a,o)*hf-120:NaN;return new wn(
u<0?u+360:u,s,i,t.opacity)}function Zi(t,e,n,r){return arguments.length===1?$1(t):new wn(t,e,n,r??1)}
function wn(t,e,n,r){this.h=+t,this.s=+e,this.l=+n,this.opacity=+r}ur(wn,Zi,Kr(Je,{brighter(t){return t=
t==null?sr:Math.pow(sr,t),new wn(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?_n:
Math.pow(_n,t),new wn(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*
ff,e=+this.l,n=isNaN(this.s)?0:this.s*e*(1-e),r=Math.cos(t),i=Math.sin(t);return new bt(255*(e+n*(wf*
r+Ya*i)),255*(e+n*(Pa*r+ji*i)),255*(e+n*(Zr*r)),this.opacity)}}));function Mf(t,e,n,r,i){var o=t*t,a=o*t;return((1-3*t+3*o-a)*e+(4-6*o+3*a)*n+(1+3*t+3*o-3*a)*r+a*i)/6}
function C1(t){var e=t.length-1;return function(n){var r=n<=0?n=0:n>=1?(n=1,e-1):Math.floor(n*e),i=t[r],
o=t[r+1],a=r>0?t[r-1]:2*i-o,s=r<e-1?t[r+2]:2*o-i;return Mf((n-r/e)*e,a,i,o,s)}}function A1(t){var e=t.
length;return function(n){var r=Math.floor(((n%=1)<0?++n:n)*e),i=t[(r+e-1)%e],o=t[r%e],a=t[(r+1)%e],
s=t[(r+2)%e];return Mf((n-r/e)*e,i,o,a,s)}}var Qi=t=>()=>t;function Sf(t,e){return function(n){return t+
n*e}}function N1(t,e,n){return t=Math.pow(t,n),e=Math.pow(e,n)-t,n=1/n,function(r){return Math.pow(t+
r*e,n)}}function Xa(t,e){var n=e-t;return n?Sf(t,n>180||n<-180?n-360*Math.round(n/360):n):Qi(isNaN(t)?
e:t)}function I1(t){return(t=+t)==1?wt:function(e,n){return n-e?N1(e,n,t):Qi(isNaN(e)?n:e)}}function wt(t,e){
var n=e-t;return n?Sf(t,n):Qi(isNaN(t)?e:t)}var vn=function t(e){var n=I1(e);function r(i,o){var a=n(
(i=Re(i)).r,(o=Re(o)).r),s=n(i.g,o.g),u=n(i.b,o.b),l=wt(i.opacity,o.opacity);return function(c){return i.
r=a(c),i.g=s(c),i.b=u(c),i.opacity=l(c),i+""}}return r.gamma=t,r}(1);function Tf(t){return function(e){
var n=e.length,r=new Array(n),i=new Array(n),o=new Array(n),a,s;for(a=0;a<n;++a)s=Re(e[a]),r[a]=s.r||
0,i[a]=s.g||0,o[a]=s.b||0;return r=t(r),i=t(i),o=t(o),s.opacity=1,function(u){return s.r=r(u),s.g=i(
u),s.b=o(u),s+""}}}var cM=Tf(C1),fM=Tf(A1);function D1(t,e){e||(e=[]);var n=t?Math.min(e.length,t.length):
0,r=e.slice(),i;return function(o){for(i=0;i<n;++i)r[i]=t[i]*(1-o)+e[i]*o;return r}}function E1(t){return ArrayBuffer.
isView(t)&&!(t instanceof DataView)}function R1(t,e){var n=e?e.length:0,r=t?Math.min(n,t.length):0,i=new Array(r),o=new Array(n),a;for(a=
0;a<r;++a)i[a]=cr(t[a],e[a]);for(;a<n;++a)o[a]=e[a];return function(s){for(a=0;a<r;++a)o[a]=i[a](s);
return o}}function L1(t,e){var n=new Date;return t=+t,e=+e,function(r){return n.setTime(t*(1-r)+e*r),
n}}function pt(t,e){return t=+t,e=+e,function(n){return t*(1-n)+e*n}}function F1(t,e){var n={},r={},
i;(t===null||typeof t!="object")&&(t={}),(e===null||typeof e!="object")&&(e={});for(i in e)i in t?n[i]=
cr(t[i],e[i]):r[i]=e[i];return function(o){for(i in n)r[i]=n[i](o);return r}}var qa=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,
Ba=new RegExp(qa.source,"g");function O1(t){return function(){return t}}function Y1(t){return function(e){
return t(e)+""}}function P1(t,e){var n=qa.lastIndex=Ba.lastIndex=0,r,i,o,a=-1,s=[],u=[];for(t=t+"",e=
e+"";(r=qa.exec(t))&&(i=Ba.exec(e));)(o=i.index)>n&&(o=e.slice(n,o),s[a]?s[a]+=o:s[++a]=o),(r=r[0])===
(i=i[0])?s[a]?s[a]+=i:s[++a]=i:(s[++a]=null,u.push({i:a,x:pt(r,i)})),n=Ba.lastIndex;return n<e.length&&
(o=e.slice(n),s[a]?s[a]+=o:s[++a]=o),s.length<2?u[0]?Y1(u[0].x):O1(e):(e=u.length,function(l){for(var c=0,
f;c<e;++c)s[(f=u[c]).i]=f.x(l);return s.join("")})}function cr(t,e){var n=typeof e,r;return e==null||
n==="boolean"?Qi(e):(n==="number"?pt:n==="string"?(r=lr(e))?(e=r,vn):P1:e instanceof lr?vn:e instanceof
Date?L1:E1(e)?D1:Array.isArray(e)?R1:typeof e.valueOf!="function"&&typeof e.toString!="function"||isNaN(
e)?F1:pt)(t,e)}function Qr(t,e){return t=+t,e=+e,function(n){return Math.round(t*(1-n)+e*n)}}var _f=180/Math.PI,za={
translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function kf(t,e,n,r,i,o){var a,s,u;return(a=
Math.sqrt(t*t+e*e))&&(t/=a,e/=a),(u=t*n+e*r)&&(n-=t*u,r-=e*u),(s=Math.sqrt(n*n+r*r))&&(n/=s,r/=s,u/=
s),t*r<e*n&&(t=-t,e=-e,u=-u,a=-a),{translateX:i,translateY:o,rotate:Math.atan2(e,t)*_f,skewX:Math.atan(
u)*_f,scaleX:a,scaleY:s}}var Ki;function B1(t){let e=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(
t+"");return e.isIdentity?za:kf(e.a,e.b,e.c,e.d,e.e,e.f)}function q1(t){return t==null||(Ki||(Ki=document.
createElementNS("http://www.w3.org/2000/svg","g")),Ki.setAttribute("transform",t),!(t=Ki.transform.baseVal.
consolidate()))?za:(t=t.matrix,kf(t.a,t.b,t.c,t.d,t.e,t.f))}function $f(t,e,n,r){function i(l){return l.
length?l.pop()+" ":""}function o(l,c,f,h,m,d){if(l!==f||c!==h){var p=m.push("translate(",null,e,null,
n);d.push({i:p-4,x:pt(l,f)},{i:p-2,x:pt(c,h)})}else(f||h)&&m.push("translate("+f+e+h+n)}function a(l,c,f,h){
l!==c?(l-c>180?c+=360:c-l>180&&(l+=360),h.push({i:f.push(i(f)+"rotate(",null,r)-2,x:pt(l,c)})):c&&f.
push(i(f)+"rotate("+c+r)}function s(l,c,f,h){l!==c?h.push({i:f.push(i(f)+"skewX(",null,r)-2,x:pt(l,c)}):
c&&f.push(i(f)+"skewX("+c+r)}function u(l,c,f,h,m,d){if(l!==f||c!==h){var p=m.push(i(m)+"scale(",null,
",",null,")");d.push({i:p-4,x:pt(l,f)},{i:p-2,x:pt(c,h)})}else(f!==1||h!==1)&&m.push(i(m)+"scale("+f+
","+h+")")}return function(l,c){var f=[],h=[];return l=t(l),c=t(c),o(l.translateX,l.translateY,c.translateX,
c.translateY,f,h),a(l.rotate,c.rotate,f,h),s(l.skewX,c.skewX,f,h),u(l.scaleX,l.scaleY,c.scaleX,c.scaleY,
f,h),l=c=null,function(m){for(var d=-1,p=h.length,x;++d<p;)f[(x=h[d]).i]=x.x(m);return f.join("")}}}
var hM=$f(B1,"px, ","px)","deg)"),mM=$f(q1,", ",")",")"),z1=1e-12;function vf(t){return((t=Math.exp(
t))+1/t)/2}function X1(t){return((t=Math.exp(t))-1/t)/2}function U1(t){return((t=Math.exp(2*t))-1)/(t+
1)}var pM=function t(e,n,r){function i(o,a){var s=o[0],u=o[1],l=o[2],c=a[0],f=a[1],h=a[2],m=c-s,d=f-
u,p=m*m+d*d,x,g;if(p<z1)g=Math.log(h/l)/e,x=function(_){return[s+_*m,u+_*d,l*Math.exp(e*_*g)]};else{
var y=Math.sqrt(p),v=(h*h-l*l+r*p)/(2*l*n*y),b=(h*h-l*l-r*p)/(2*h*n*y),S=Math.log(Math.sqrt(v*v+1)-v),
w=Math.log(Math.sqrt(b*b+1)-b);g=(w-S)/e,x=function(_){var T=_*g,$=vf(S),N=l/(n*y)*($*U1(e*T+S)-X1(S));
return[s+N*m,u+N*d,l*$/vf(e*T+S)]}}return x.duration=Math.abs(g)*1e3*e/Math.SQRT2,x}return i.rho=function(o){
var a=Math.max(.001,+o),s=a*a,u=s*s;return t(a,s,u)},i}(Math.SQRT2,2,4);function Cf(t){return function(e,n){
var r=t((e=Gi(e)).h,(n=Gi(n)).h),i=wt(e.s,n.s),o=wt(e.l,n.l),a=wt(e.opacity,n.opacity);return function(s){
return e.h=r(s),e.s=i(s),e.l=o(s),e.opacity=a(s),e+""}}}var Af=Cf(Xa),dM=Cf(wt);function Nf(t,e){var n=wt(
(t=Hi(t)).l,(e=Hi(e)).l),r=wt(t.a,e.a),i=wt(t.b,e.b),o=wt(t.opacity,e.opacity);return function(a){return t.
l=n(a),t.a=r(a),t.b=i(a),t.opacity=o(a),t+""}}function If(t){return function(e,n){var r=t((e=Vi(e)).
h,(n=Vi(n)).h),i=wt(e.c,n.c),o=wt(e.l,n.l),a=wt(e.opacity,n.opacity);return function(s){return e.h=r(
s),e.c=i(s),e.l=o(s),e.opacity=a(s),e+""}}}var Df=If(Xa),gM=If(wt);function Ef(t){return function e(n){
n=+n;function r(i,o){var a=t((i=Zi(i)).h,(o=Zi(o)).h),s=wt(i.s,o.s),u=wt(i.l,o.l),l=wt(i.opacity,o.opacity);
return function(c){return i.h=a(c),i.s=s(c),i.l=u(Math.pow(c,n)),i.opacity=l(c),i+""}}return r.gamma=
e,r}(1)}var yM=Ef(Xa),xM=Ef(wt);function tn(t,e){e===void 0&&(e=t,t=cr);for(var n=0,r=e.length-1,i=e[0],
o=new Array(r<0?0:r);n<r;)o[n]=t(i,i=e[++n]);return function(a){var s=Math.max(0,Math.min(r-1,Math.floor(
a*=r)));return o[s](a-s)}}function It(t,e){for(var n=new Array(e),r=0;r<e;++r)n[r]=t(r/(e-1));return n}var Jr=Math.PI,Ua=2*Jr,Mn=1e-6,W1=Ua-Mn;function Rf(t){this._+=t[0];for(let e=1,n=t.length;e<n;++e)this.
_+=arguments[e]+t[e]}function G1(t){let e=Math.floor(t);if(!(e>=0))throw new Error(`invalid digits: ${t}`);
if(e>15)return Rf;let n=10**e;return function(r){this._+=r[0];for(let i=1,o=r.length;i<o;++i)this._+=
Math.round(arguments[i]*n)/n+r[i]}}function Lf(t,e,n,r){return t===n&&e===r}function H1(t){let e=Math.
floor(t);if(!(e<=15))return Lf;let n=10**e,r=function(i){return Math.round(i*n)};return function(i,o,a,s){
return r(i)===r(a)&&r(o)===r(s)}}var Sn=class{constructor(e){this._x0=this._y0=this._x1=this._y1=null,
this._="",this._append=e==null?Rf:G1(e),this._equal=e==null?Lf:H1(e)}moveTo(e,n){this._append`M${this.
_x0=this._x1=+e},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this.
_y0,this._append`Z`)}lineTo(e,n){this._append`L${this._x1=+e},${this._y1=+n}`}quadraticCurveTo(e,n,r,i){
this._append`Q${+e},${+n},${this._x1=+r},${this._y1=+i}`}bezierCurveTo(e,n,r,i,o,a){this._append`C${+e},${+n},${+r},${+i},${this.
_x1=+o},${this._y1=+a}`}arcTo(e,n,r,i,o){if(e=+e,n=+n,r=+r,i=+i,o=+o,o<0)throw new Error(`negative r\
adius: ${o}`);let a=this._x1,s=this._y1,u=r-e,l=i-n,c=a-e,f=s-n,h=c*c+f*f;if(this._x1===null)this._append`M${this.
_x1=e},${this._y1=n}`;else if(h>Mn)if(!(Math.abs(f*u-l*c)>Mn)||!o)this._append`L${this._x1=e},${this.
_y1=n}`;else{let m=r-a,d=i-s,p=u*u+l*l,x=m*m+d*d,g=Math.sqrt(p),y=Math.sqrt(h),v=o*Math.tan((Jr-Math.
acos((p+h-x)/(2*g*y)))/2),b=v/y,S=v/g;Math.abs(b-1)>Mn&&this._append`L${e+b*c},${n+b*f}`,this._append`A${o},${o},0,0,${+(f*
m>c*d)},${this._x1=e+S*u},${this._y1=n+S*l}`}}arc(e,n,r,i,o,a){if(e=+e,n=+n,r=+r,a=!!a,r<0)throw new Error(
`negative radius: ${r}`);let s=r*Math.cos(i),u=r*Math.sin(i),l=e+s,c=n+u,f=1^a,h=a?i-o:o-i;if(this._x1===
null?this._append`M${l},${c}`:(Math.abs(this._x1-l)>Mn||Math.abs(this._y1-c)>Mn)&&this._append`L${l},${c}`,
!!r){if(h<0&&(h=h%Ua+Ua),h>W1)this._append`A${r},${r},0,1,${f},${e-s},${n-u}A${r},${r},0,1,${f},${this.
_x1=l},${this._y1=c}`;else if(h>Mn){let m=e+r*Math.cos(o),d=n+r*Math.sin(o);if(h>=Jr&&this._equal(l,
c,m,d)){h/=2;let p=i+h;this._append`A${r},${r},0,${+(h>=Jr)},${f},${e+r*Math.cos(p)},${n+r*Math.sin(
p)}`}this._append`A${r},${r},0,${+(h>=Jr)},${f},${this._x1=m},${this._y1=d}`}}}rect(e,n,r,i){this._append`M${this.
_x0=this._x1=+e},${this._y0=this._y1=+n}h${r=+r}v${+i}h${-r}Z`}toString(){return this._}};function V1(){
return new Sn}V1.prototype=Sn.prototype;function fe(t=3){return new Sn(+t)}function j1(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(
10)}function to(t,e){if(!isFinite(t)||t===0)return null;var n=(t=e?t.toExponential(e-1):t.toExponential()).
indexOf("e"),r=t.slice(0,n);return[r.length>1?r[0]+r.slice(2):r,+t.slice(n+1)]}function fr(t){return t=
to(Math.abs(t)),t?t[1]:NaN}function Z1(t,e){return function(n,r){for(var i=n.length,o=[],a=0,s=t[0],
u=0;i>0&&s>0&&(u+s+1>r&&(s=Math.max(1,r-u)),o.push(n.substring(i-=s,i+s)),!((u+=s+1)>r));)s=t[a=(a+1)%
t.length];return o.reverse().join(e)}}function K1(t){return function(e){return e.replace(/[0-9]/g,function(n){
return t[+n]})}}var Q1=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function hr(t){
if(!(e=Q1.exec(t)))throw new Error("invalid format: "+t);var e;return new Wa({fill:e[1],align:e[2],sign:e[3],
symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}hr.
prototype=Wa.prototype;function Wa(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?
">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",
this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.
precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Wa.
prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.
width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.
max(0,this.precision|0))+(this.trim?"~":"")+this.type};function J1(t){t:for(var e=t.length,n=1,r=-1,
i;n<e;++n)switch(t[n]){case".":r=i=n;break;case"0":r===0&&(r=n),i=n;break;default:if(!+t[n])break t;
r>0&&(r=0);break}return r>0?t.slice(0,r)+t.slice(i+1):t}var eo;function tb(t,e){var n=to(t,e);if(!n)
return eo=void 0,t.toPrecision(e);var r=n[0],i=n[1],o=i-(eo=Math.max(-8,Math.min(8,Math.floor(i/3)))*
3)+1,a=r.length;return o===a?r:o>a?r+new Array(o-a+1).join("0"):o>0?r.slice(0,o)+"."+r.slice(o):"0."+
new Array(1-o).join("0")+to(t,Math.max(0,e+o-1))[0]}function Ff(t,e){var n=to(t,e);if(!n)return t+"";
var r=n[0],i=n[1];return i<0?"0."+new Array(-i).join("0")+r:r.length>i+1?r.slice(0,i+1)+"."+r.slice(
i+1):r+new Array(i-r.length+2).join("0")}var Of={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(
2),c:t=>t+"",d:j1,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.
round(t).toString(8),p:(t,e)=>Ff(t*100,e),r:Ff,s:tb,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.
round(t).toString(16)};function Yf(t){return t}var Pf=Array.prototype.map,Bf=["y","z","a","f","p","n",
"\xB5","m","","k","M","G","T","P","E","Z","Y"];function eb(t){var e=t.grouping===void 0||t.thousands===
void 0?Yf:Z1(Pf.call(t.grouping,Number),t.thousands+""),n=t.currency===void 0?"":t.currency[0]+"",r=t.
currency===void 0?"":t.currency[1]+"",i=t.decimal===void 0?".":t.decimal+"",o=t.numerals===void 0?Yf:
K1(Pf.call(t.numerals,String)),a=t.percent===void 0?"%":t.percent+"",s=t.minus===void 0?"\u2212":t.minus+
"",u=t.nan===void 0?"NaN":t.nan+"";function l(f,h){f=hr(f);var m=f.fill,d=f.align,p=f.sign,x=f.symbol,
g=f.zero,y=f.width,v=f.comma,b=f.precision,S=f.trim,w=f.type;w==="n"?(v=!0,w="g"):Of[w]||(b===void 0&&
(b=12),S=!0,w="g"),(g||m==="0"&&d==="=")&&(g=!0,m="0",d="=");var _=(h&&h.prefix!==void 0?h.prefix:"")+
(x==="$"?n:x==="#"&&/[boxX]/.test(w)?"0"+w.toLowerCase():""),T=(x==="$"?r:/[%p]/.test(w)?a:"")+(h&&h.
suffix!==void 0?h.suffix:""),$=Of[w],N=/[defgprs%]/.test(w);b=b===void 0?6:/[gprs]/.test(w)?Math.max(
1,Math.min(21,b)):Math.max(0,Math.min(20,b));function A(C){var X=_,Y=T,U,Q,ot;if(w==="c")Y=$(C)+Y,C=
"";else{C=+C;var W=C<0||1/C<0;if(C=isNaN(C)?u:$(Math.abs(C),b),S&&(C=J1(C)),W&&+C==0&&p!=="+"&&(W=!1),
X=(W?p==="("?p:s:p==="-"||p==="("?"":p)+X,Y=(w==="s"&&!isNaN(C)&&eo!==void 0?Bf[8+eo/3]:"")+Y+(W&&p===
"("?")":""),N){for(U=-1,Q=C.length;++U<Q;)if(ot=C.charCodeAt(U),48>ot||ot>57){Y=(ot===46?i+C.slice(U+
1):C.slice(U))+Y,C=C.slice(0,U);break}}}v&&!g&&(C=e(C,1/0));var I=X.length+C.length+Y.length,R=I<y?new Array(
y-I+1).join(m):"";switch(v&&g&&(C=e(R+C,R.length?y-Y.length:1/0),R=""),d){case"<":C=X+C+Y+R;break;case"\
=":C=X+R+C+Y;break;case"^":C=R.slice(0,I=R.length>>1)+X+C+Y+R.slice(I);break;default:C=R+X+C+Y;break}
return o(C)}return A.toString=function(){return f+""},A}function c(f,h){var m=Math.max(-8,Math.min(8,
Math.floor(fr(h)/3)))*3,d=Math.pow(10,-m),p=l((f=hr(f),f.type="f",f),{suffix:Bf[8+m/3]});return function(x){
return p(d*x)}}return{format:l,formatPrefix:c}}var Ji,he,Ga;nb({thousands:",",grouping:[3],currency:[
"$",""]});function nb(t){return Ji=eb(t),he=Ji.format,Ga=Ji.formatPrefix,Ji}function qf(t){return Math.
max(0,-fr(Math.abs(t)))}function zf(t,e){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(fr(e)/3)))*
3-fr(Math.abs(t)))}function Xf(t,e){return t=Math.abs(t),e=Math.abs(e)-t,Math.max(0,fr(e)-fr(t))+1}var ti=()=>{},Uf=()=>{},ei=()=>{},Wf=()=>{},Gf=()=>{},Hf=()=>{},Vf=()=>{},jf=()=>{},Zf=()=>{},Kf=()=>{},
Qf=()=>{},Jf=()=>{},th=()=>{},eh=()=>{};var nh=()=>{},rh=()=>{},ih=()=>{};var oh=()=>{};var Ha=new Date,Va=new Date;function dt(t,e,n,r){function i(o){return t(o=arguments.length===0?new Date:
new Date(+o)),o}return i.floor=o=>(t(o=new Date(+o)),o),i.ceil=o=>(t(o=new Date(o-1)),e(o,1),t(o),o),
i.round=o=>{let a=i(o),s=i.ceil(o);return o-a<s-o?a:s},i.offset=(o,a)=>(e(o=new Date(+o),a==null?1:Math.
floor(a)),o),i.range=(o,a,s)=>{let u=[];if(o=i.ceil(o),s=s==null?1:Math.floor(s),!(o<a)||!(s>0))return u;
let l;do u.push(l=new Date(+o)),e(o,s),t(o);while(l<o&&o<a);return u},i.filter=o=>dt(a=>{if(a>=a)for(;t(
a),!o(a);)a.setTime(a-1)},(a,s)=>{if(a>=a)if(s<0)for(;++s<=0;)for(;e(a,-1),!o(a););else for(;--s>=0;)
for(;e(a,1),!o(a););}),n&&(i.count=(o,a)=>(Ha.setTime(+o),Va.setTime(+a),t(Ha),t(Va),Math.floor(n(Ha,
Va))),i.every=o=>(o=Math.floor(o),!isFinite(o)||!(o>0)?null:o>1?i.filter(r?a=>r(a)%o===0:a=>i.count(
0,a)%o===0):i)),i}var no=dt(()=>{},(t,e)=>{t.setTime(+t+e)},(t,e)=>e-t);no.every=t=>(t=Math.floor(t),
!isFinite(t)||!(t>0)?null:t>1?dt(e=>{e.setTime(Math.floor(e/t)*t)},(e,n)=>{e.setTime(+e+n*t)},(e,n)=>(n-
e)/t):no);var SM=no.range,Le=1e3,Gt=Le*60,Fe=Gt*60,Oe=Fe*24,Za=Oe*7,ah=Oe*30,ja=Oe*365,Dt=dt(t=>{t.setTime(
t-t.getMilliseconds())},(t,e)=>{t.setTime(+t+e*Le)},(t,e)=>(e-t)/Le,t=>t.getUTCSeconds()),TM=Dt.range,
Tn=dt(t=>{t.setTime(t-t.getMilliseconds()-t.getSeconds()*Le)},(t,e)=>{t.setTime(+t+e*Gt)},(t,e)=>(e-
t)/Gt,t=>t.getMinutes()),kM=Tn.range,kn=dt(t=>{t.setUTCSeconds(0,0)},(t,e)=>{t.setTime(+t+e*Gt)},(t,e)=>(e-
t)/Gt,t=>t.getUTCMinutes()),$M=kn.range,$n=dt(t=>{t.setTime(t-t.getMilliseconds()-t.getSeconds()*Le-
t.getMinutes()*Gt)},(t,e)=>{t.setTime(+t+e*Fe)},(t,e)=>(e-t)/Fe,t=>t.getHours()),CM=$n.range,Cn=dt(t=>{
t.setUTCMinutes(0,0,0)},(t,e)=>{t.setTime(+t+e*Fe)},(t,e)=>(e-t)/Fe,t=>t.getUTCHours()),AM=Cn.range,
me=dt(t=>t.setHours(0,0,0,0),(t,e)=>t.setDate(t.getDate()+e),(t,e)=>(e-t-(e.getTimezoneOffset()-t.getTimezoneOffset())*
Gt)/Oe,t=>t.getDate()-1),NM=me.range,mr=dt(t=>{t.setUTCHours(0,0,0,0)},(t,e)=>{t.setUTCDate(t.getUTCDate()+
e)},(t,e)=>(e-t)/Oe,t=>t.getUTCDate()-1),IM=mr.range,ni=dt(t=>{t.setUTCHours(0,0,0,0)},(t,e)=>{t.setUTCDate(
t.getUTCDate()+e)},(t,e)=>(e-t)/Oe,t=>Math.floor(t/Oe)),DM=ni.range;function An(t){return dt(e=>{e.setDate(
e.getDate()-(e.getDay()+7-t)%7),e.setHours(0,0,0,0)},(e,n)=>{e.setDate(e.getDate()+n*7)},(e,n)=>(n-e-
(n.getTimezoneOffset()-e.getTimezoneOffset())*Gt)/Za)}var pe=An(0),Nn=An(1),Ka=An(2),Qa=An(3),Ye=An(
4),Ja=An(5),ts=An(6),EM=pe.range,RM=Nn.range,LM=Ka.range,FM=Qa.range,OM=Ye.range,YM=Ja.range,PM=ts.range;
function In(t){return dt(e=>{e.setUTCDate(e.getUTCDate()-(e.getUTCDay()+7-t)%7),e.setUTCHours(0,0,0,
0)},(e,n)=>{e.setUTCDate(e.getUTCDate()+n*7)},(e,n)=>(n-e)/Za)}var de=In(0),Dn=In(1),es=In(2),ns=In(
3),Pe=In(4),rs=In(5),is=In(6),BM=de.range,qM=Dn.range,zM=es.range,XM=ns.range,UM=Pe.range,WM=rs.range,
GM=is.range,En=dt(t=>{t.setDate(1),t.setHours(0,0,0,0)},(t,e)=>{t.setMonth(t.getMonth()+e)},(t,e)=>e.
getMonth()-t.getMonth()+(e.getFullYear()-t.getFullYear())*12,t=>t.getMonth()),HM=En.range,Rn=dt(t=>{
t.setUTCDate(1),t.setUTCHours(0,0,0,0)},(t,e)=>{t.setUTCMonth(t.getUTCMonth()+e)},(t,e)=>e.getUTCMonth()-
t.getUTCMonth()+(e.getUTCFullYear()-t.getUTCFullYear())*12,t=>t.getUTCMonth()),VM=Rn.range,Lt=dt(t=>{
t.setMonth(0,1),t.setHours(0,0,0,0)},(t,e)=>{t.setFullYear(t.getFullYear()+e)},(t,e)=>e.getFullYear()-
t.getFullYear(),t=>t.getFullYear());Lt.every=t=>!isFinite(t=Math.floor(t))||!(t>0)?null:dt(e=>{e.setFullYear(
Math.floor(e.getFullYear()/t)*t),e.setMonth(0,1),e.setHours(0,0,0,0)},(e,n)=>{e.setFullYear(e.getFullYear()+
n*t)});var jM=Lt.range,Ft=dt(t=>{t.setUTCMonth(0,1),t.setUTCHours(0,0,0,0)},(t,e)=>{t.setUTCFullYear(
t.getUTCFullYear()+e)},(t,e)=>e.getUTCFullYear()-t.getUTCFullYear(),t=>t.getUTCFullYear());Ft.every=
t=>!isFinite(t=Math.floor(t))||!(t>0)?null:dt(e=>{e.setUTCFullYear(Math.floor(e.getUTCFullYear()/t)*
t),e.setUTCMonth(0,1),e.setUTCHours(0,0,0,0)},(e,n)=>{e.setUTCFullYear(e.getUTCFullYear()+n*t)});var ZM=Ft.
range;function sh(t,e,n,r,i,o){let a=[[Dt,1,Le],[Dt,5,5*Le],[Dt,15,15*Le],[Dt,30,30*Le],[o,1,Gt],[o,
5,5*Gt],[o,15,15*Gt],[o,30,30*Gt],[i,1,Fe],[i,3,3*Fe],[i,6,6*Fe],[i,12,12*Fe],[r,1,Oe],[r,2,2*Oe],[n,
1,Za],[e,1,ah],[e,3,3*ah],[t,1,ja]];function s(l,c,f){let h=c<l;h&&([l,c]=[c,l]);let m=f&&typeof f.range==
"function"?f:u(l,c,f),d=m?m.range(l,+c+1):[];return h?d.reverse():d}function u(l,c,f){let h=Math.abs(
c-l)/f,m=er(([,,x])=>x).right(a,h);if(m===a.length)return t.every(Gr(l/ja,c/ja,f));if(m===0)return no.
every(Math.max(Gr(l,c,f),1));let[d,p]=a[h/a[m-1][2]<a[m][2]/h?m-1:m];return d.every(p)}return[s,u]}var[
uh,ro]=sh(Ft,Rn,de,ni,Cn,kn),[lh,ch]=sh(Lt,En,pe,me,$n,Tn);function os(t){if(0<=t.y&&t.y<100){var e=new Date(-1,t.m,t.d,t.H,t.M,t.S,t.L);return e.setFullYear(t.
y),e}return new Date(t.y,t.m,t.d,t.H,t.M,t.S,t.L)}function as(t){if(0<=t.y&&t.y<100){var e=new Date(
Date.UTC(-1,t.m,t.d,t.H,t.M,t.S,t.L));return e.setUTCFullYear(t.y),e}return new Date(Date.UTC(t.y,t.
m,t.d,t.H,t.M,t.S,t.L))}function ri(t,e,n){return{y:t,m:e,d:n,H:0,M:0,S:0,L:0}}function rb(t){var e=t.
dateTime,n=t.date,r=t.time,i=t.periods,o=t.days,a=t.shortDays,s=t.months,u=t.shortMonths,l=ii(i),c=oi(
i),f=ii(o),h=oi(o),m=ii(a),d=oi(a),p=ii(s),x=oi(s),g=ii(u),y=oi(u),v={a:ot,A:W,b:I,B:R,c:null,d:gh,e:gh,
f:kb,g:Fb,G:Yb,H:Mb,I:Sb,j:Tb,L:_h,m:$b,M:Cb,p:P,q:B,Q:bh,s:wh,S:Ab,u:Nb,U:Ib,V:Db,w:Eb,W:Rb,x:null,
X:null,y:Lb,Y:Ob,Z:Pb,"%":xh},b={a:F,A:H,b:J,B:G,c:null,d:yh,e:yh,f:Xb,g:Jb,G:ew,H:Bb,I:qb,j:zb,L:Mh,
m:Ub,M:Wb,p:E,q:z,Q:bh,s:wh,S:Gb,u:Hb,U:Vb,V:jb,w:Zb,W:Kb,x:null,X:null,y:Qb,Y:tw,Z:nw,"%":xh},S={a:N,
A,b:C,B:X,c:Y,d:ph,e:ph,f:bb,g:mh,G:hh,H:dh,I:dh,j:db,L:xb,m:pb,M:gb,p:$,q:mb,Q:_b,s:vb,S:yb,u:ub,U:lb,
V:cb,w:sb,W:fb,x:U,X:Q,y:mh,Y:hh,Z:hb,"%":wb};v.x=w(n,v),v.X=w(r,v),v.c=w(e,v),b.x=w(n,b),b.X=w(r,b),
b.c=w(e,b);function w(k,D){return function(L){var M=[],V=-1,O=0,Z=k.length,at,$t,Ze;for(L instanceof
Date||(L=new Date(+L));++V<Z;)k.charCodeAt(V)===37&&(M.push(k.slice(O,V)),($t=fh[at=k.charAt(++V)])!=
null?at=k.charAt(++V):$t=at==="e"?" ":"0",(Ze=D[at])&&(at=Ze(L,$t)),M.push(at),O=V+1);return M.push(
k.slice(O,V)),M.join("")}}function _(k,D){return function(L){var M=ri(1900,void 0,1),V=T(M,k,L+="",0),
O,Z;if(V!=L.length)return null;if("Q"in M)return new Date(M.Q);if("s"in M)return new Date(M.s*1e3+("\
L"in M?M.L:0));if(D&&!("Z"in M)&&(M.Z=0),"p"in M&&(M.H=M.H%12+M.p*12),M.m===void 0&&(M.m="q"in M?M.q:
0),"V"in M){if(M.V<1||M.V>53)return null;"w"in M||(M.w=1),"Z"in M?(O=as(ri(M.y,0,1)),Z=O.getUTCDay(),
O=Z>4||Z===0?Dn.ceil(O):Dn(O),O=mr.offset(O,(M.V-1)*7),M.y=O.getUTCFullYear(),M.m=O.getUTCMonth(),M.
d=O.getUTCDate()+(M.w+6)%7):(O=os(ri(M.y,0,1)),Z=O.getDay(),O=Z>4||Z===0?Nn.ceil(O):Nn(O),O=me.offset(
O,(M.V-1)*7),M.y=O.getFullYear(),M.m=O.getMonth(),M.d=O.getDate()+(M.w+6)%7)}else("W"in M||"U"in M)&&
("w"in M||(M.w="u"in M?M.u%7:"W"in M?1:0),Z="Z"in M?as(ri(M.y,0,1)).getUTCDay():os(ri(M.y,0,1)).getDay(),
M.m=0,M.d="W"in M?(M.w+6)%7+M.W*7-(Z+5)%7:M.w+M.U*7-(Z+6)%7);return"Z"in M?(M.H+=M.Z/100|0,M.M+=M.Z%
100,as(M)):os(M)}}function T(k,D,L,M){for(var V=0,O=D.length,Z=L.length,at,$t;V<O;){if(M>=Z)return-1;
if(at=D.charCodeAt(V++),at===37){if(at=D.charAt(V++),$t=S[at in fh?D.charAt(V++):at],!$t||(M=$t(k,L,
M))<0)return-1}else if(at!=L.charCodeAt(M++))return-1}return M}function $(k,D,L){var M=l.exec(D.slice(
L));return M?(k.p=c.get(M[0].toLowerCase()),L+M[0].length):-1}function N(k,D,L){var M=m.exec(D.slice(
L));return M?(k.w=d.get(M[0].toLowerCase()),L+M[0].length):-1}function A(k,D,L){var M=f.exec(D.slice(
L));return M?(k.w=h.get(M[0].toLowerCase()),L+M[0].length):-1}function C(k,D,L){var M=g.exec(D.slice(
L));return M?(k.m=y.get(M[0].toLowerCase()),L+M[0].length):-1}function X(k,D,L){var M=p.exec(D.slice(
L));return M?(k.m=x.get(M[0].toLowerCase()),L+M[0].length):-1}function Y(k,D,L){return T(k,e,D,L)}function U(k,D,L){
return T(k,n,D,L)}function Q(k,D,L){return T(k,r,D,L)}function ot(k){return a[k.getDay()]}function W(k){
return o[k.getDay()]}function I(k){return u[k.getMonth()]}function R(k){return s[k.getMonth()]}function P(k){
return i[+(k.getHours()>=12)]}function B(k){return 1+~~(k.getMonth()/3)}function F(k){return a[k.getUTCDay()]}
function H(k){return o[k.getUTCDay()]}function J(k){return u[k.getUTCMonth()]}function G(k){return s[k.
getUTCMonth()]}function E(k){return i[+(k.getUTCHours()>=12)]}function z(k){return 1+~~(k.getUTCMonth()/
3)}return{format:function(k){var D=w(k+="",v);return D.toString=function(){return k},D},parse:function(k){
var D=_(k+="",!1);return D.toString=function(){return k},D},utcFormat:function(k){var D=w(k+="",b);return D.
toString=function(){return k},D},utcParse:function(k){var D=_(k+="",!0);return D.toString=function(){
return k},D}}}var fh={"-":"",_:" ",0:"0"},_t=/^\s*\d+/,ib=/^%/,ob=/[\\^$*+?|[\]().{}]/g;function j(t,e,n){
var r=t<0?"-":"",i=(r?-t:t)+"",o=i.length;return r+(o<n?new Array(n-o+1).join(e)+i:i)}function ab(t){
return t.replace(ob,"\\$&")}function ii(t){return new RegExp("^(?:"+t.map(ab).join("|")+")","i")}function oi(t){
return new Map(t.map((e,n)=>[e.toLowerCase(),n]))}function sb(t,e,n){var r=_t.exec(e.slice(n,n+1));return r?
(t.w=+r[0],n+r[0].length):-1}function ub(t,e,n){var r=_t.exec(e.slice(n,n+1));return r?(t.u=+r[0],n+
r[0].length):-1}function lb(t,e,n){var r=_t.exec(e.slice(n,n+2));return r?(t.U=+r[0],n+r[0].length):
-1}function cb(t,e,n){var r=_t.exec(e.slice(n,n+2));return r?(t.V=+r[0],n+r[0].length):-1}function fb(t,e,n){
var r=_t.exec(e.slice(n,n+2));return r?(t.W=+r[0],n+r[0].length):-1}function hh(t,e,n){var r=_t.exec(
e.slice(n,n+4));return r?(t.y=+r[0],n+r[0].length):-1}function mh(t,e,n){var r=_t.exec(e.slice(n,n+2));
return r?(t.y=+r[0]+(+r[0]>68?1900:2e3),n+r[0].length):-1}function hb(t,e,n){var r=/^(Z)|([+-]\d\d)(?::?(\d\d))?/.
exec(e.slice(n,n+6));return r?(t.Z=r[1]?0:-(r[2]+(r[3]||"00")),n+r[0].length):-1}function mb(t,e,n){
var r=_t.exec(e.slice(n,n+1));return r?(t.q=r[0]*3-3,n+r[0].length):-1}function pb(t,e,n){var r=_t.exec(
e.slice(n,n+2));return r?(t.m=r[0]-1,n+r[0].length):-1}function ph(t,e,n){var r=_t.exec(e.slice(n,n+
2));return r?(t.d=+r[0],n+r[0].length):-1}function db(t,e,n){var r=_t.exec(e.slice(n,n+3));return r?
(t.m=0,t.d=+r[0],n+r[0].length):-1}function dh(t,e,n){var r=_t.exec(e.slice(n,n+2));return r?(t.H=+r[0],
n+r[0].length):-1}function gb(t,e,n){var r=_t.exec(e.slice(n,n+2));return r?(t.M=+r[0],n+r[0].length):
-1}function yb(t,e,n){var r=_t.exec(e.slice(n,n+2));return r?(t.S=+r[0],n+r[0].length):-1}function xb(t,e,n){
var r=_t.exec(e.slice(n,n+3));return r?(t.L=+r[0],n+r[0].length):-1}function bb(t,e,n){var r=_t.exec(
e.slice(n,n+6));return r?(t.L=Math.floor(r[0]/1e3),n+r[0].length):-1}function wb(t,e,n){var r=ib.exec(
e.slice(n,n+1));return r?n+r[0].length:-1}function _b(t,e,n){var r=_t.exec(e.slice(n));return r?(t.Q=
+r[0],n+r[0].length):-1}function vb(t,e,n){var r=_t.exec(e.slice(n));return r?(t.s=+r[0],n+r[0].length):
-1}function gh(t,e){return j(t.getDate(),e,2)}function Mb(t,e){return j(t.getHours(),e,2)}function Sb(t,e){
return j(t.getHours()%12||12,e,2)}function Tb(t,e){return j(1+me.count(Lt(t),t),e,3)}function _h(t,e){
return j(t.getMilliseconds(),e,3)}function kb(t,e){return _h(t,e)+"000"}function $b(t,e){return j(t.
getMonth()+1,e,2)}function Cb(t,e){return j(t.getMinutes(),e,2)}function Ab(t,e){return j(t.getSeconds(),
e,2)}function Nb(t){var e=t.getDay();return e===0?7:e}function Ib(t,e){return j(pe.count(Lt(t)-1,t),
e,2)}function vh(t){var e=t.getDay();return e>=4||e===0?Ye(t):Ye.ceil(t)}function Db(t,e){return t=vh(
t),j(Ye.count(Lt(t),t)+(Lt(t).getDay()===4),e,2)}function Eb(t){return t.getDay()}function Rb(t,e){return j(
Nn.count(Lt(t)-1,t),e,2)}function Lb(t,e){return j(t.getFullYear()%100,e,2)}function Fb(t,e){return t=
vh(t),j(t.getFullYear()%100,e,2)}function Ob(t,e){return j(t.getFullYear()%1e4,e,4)}function Yb(t,e){
var n=t.getDay();return t=n>=4||n===0?Ye(t):Ye.ceil(t),j(t.getFullYear()%1e4,e,4)}function Pb(t){var e=t.
getTimezoneOffset();return(e>0?"-":(e*=-1,"+"))+j(e/60|0,"0",2)+j(e%60,"0",2)}function yh(t,e){return j(
t.getUTCDate(),e,2)}function Bb(t,e){return j(t.getUTCHours(),e,2)}function qb(t,e){return j(t.getUTCHours()%
12||12,e,2)}function zb(t,e){return j(1+mr.count(Ft(t),t),e,3)}function Mh(t,e){return j(t.getUTCMilliseconds(),
e,3)}function Xb(t,e){return Mh(t,e)+"000"}function Ub(t,e){return j(t.getUTCMonth()+1,e,2)}function Wb(t,e){
return j(t.getUTCMinutes(),e,2)}function Gb(t,e){return j(t.getUTCSeconds(),e,2)}function Hb(t){var e=t.
getUTCDay();return e===0?7:e}function Vb(t,e){return j(de.count(Ft(t)-1,t),e,2)}function Sh(t){var e=t.
getUTCDay();return e>=4||e===0?Pe(t):Pe.ceil(t)}function jb(t,e){return t=Sh(t),j(Pe.count(Ft(t),t)+
(Ft(t).getUTCDay()===4),e,2)}function Zb(t){return t.getUTCDay()}function Kb(t,e){return j(Dn.count(
Ft(t)-1,t),e,2)}function Qb(t,e){return j(t.getUTCFullYear()%100,e,2)}function Jb(t,e){return t=Sh(t),
j(t.getUTCFullYear()%100,e,2)}function tw(t,e){return j(t.getUTCFullYear()%1e4,e,4)}function ew(t,e){
var n=t.getUTCDay();return t=n>=4||n===0?Pe(t):Pe.ceil(t),j(t.getUTCFullYear()%1e4,e,4)}function nw(){
return"+0000"}function xh(){return"%"}function bh(t){return+t}function wh(t){return Math.floor(+t/1e3)}
var pr,ai,rw,ge,Th;iw({dateTime:"%x, %X",date:"%-m/%-d/%Y",time:"%-I:%M:%S %p",periods:["AM","PM"],days:[
"Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"],shortDays:["Sun","Mon","Tue",
"Wed","Thu","Fri","Sat"],months:["January","February","March","April","May","June","July","August","\
September","October","November","December"],shortMonths:["Jan","Feb","Mar","Apr","May","Jun","Jul","\
Aug","Sep","Oct","Nov","Dec"]});function iw(t){return pr=rb(t),ai=pr.format,rw=pr.parse,ge=pr.utcFormat,
Th=pr.utcParse,pr}var kh="%Y-%m-%dT%H:%M:%S.%LZ";function ow(t){return t.toISOString()}var JM=Date.prototype.
toISOString?ow:ge(kh);function aw(t){var e=new Date(t);return isNaN(e)?null:e}var tS=+new Date("2000\
-01-01T00:00:00.000Z")?aw:Th(kh);function ye(t,e){switch(arguments.length){case 0:break;case 1:this.range(t);break;default:this.range(
e).domain(t);break}return this}function oo(t,e){switch(arguments.length){case 0:break;case 1:{typeof t==
"function"?this.interpolator(t):this.range(t);break}default:{this.domain(t),typeof e=="function"?this.
interpolator(e):this.range(e);break}}return this}var io=Symbol("implicit");function ao(){var t=new Ut,
e=[],n=[],r=io;function i(o){let a=t.get(o);if(a===void 0){if(r!==io)return r;t.set(o,a=e.push(o)-1)}
return n[a%n.length]}return i.domain=function(o){if(!arguments.length)return e.slice();e=[],t=new Ut;
for(let a of o)t.has(a)||t.set(a,e.push(a)-1);return i},i.range=function(o){return arguments.length?
(n=Array.from(o),i):n.slice()},i.unknown=function(o){return arguments.length?(r=o,i):r},i.copy=function(){
return ao(e,n).unknown(r)},ye.apply(i,arguments),i}function dr(){var t=ao().unknown(void 0),e=t.domain,
n=t.range,r=0,i=1,o,a,s=!1,u=0,l=0,c=.5;delete t.unknown;function f(){var h=e().length,m=i<r,d=m?i:r,
p=m?r:i;o=(p-d)/Math.max(1,h-u+l*2),s&&(o=Math.floor(o)),d+=(p-d-o*(h-u))*c,a=o*(1-u),s&&(d=Math.round(
d),a=Math.round(a));var x=Vr(h).map(function(g){return d+o*g});return n(m?x.reverse():x)}return t.domain=
function(h){return arguments.length?(e(h),f()):e()},t.range=function(h){return arguments.length?([r,
i]=h,r=+r,i=+i,f()):[r,i]},t.rangeRound=function(h){return[r,i]=h,r=+r,i=+i,s=!0,f()},t.bandwidth=function(){
return a},t.step=function(){return o},t.round=function(h){return arguments.length?(s=!!h,f()):s},t.padding=
function(h){return arguments.length?(u=Math.min(1,l=+h),f()):u},t.paddingInner=function(h){return arguments.
length?(u=Math.min(1,h),f()):u},t.paddingOuter=function(h){return arguments.length?(l=+h,f()):l},t.align=
function(h){return arguments.length?(c=Math.max(0,Math.min(1,h)),f()):c},t.copy=function(){return dr(
e(),[r,i]).round(s).paddingInner(u).paddingOuter(l).align(c)},ye.apply(f(),arguments)}function Rh(t){
var e=t.copy;return t.padding=t.paddingOuter,delete t.paddingInner,delete t.paddingOuter,t.copy=function(){
return Rh(e())},t}function Lh(){return Rh(dr.apply(null,arguments).paddingInner(1))}function sw(t){return function(){
return t}}function ss(t){return+t}var $h=[0,1];function Ht(t){return t}function us(t,e){return(e-=t=
+t)?function(n){return(n-t)/e}:sw(isNaN(e)?NaN:.5)}function uw(t,e){var n;return t>e&&(n=t,t=e,e=n),
function(r){return Math.max(t,Math.min(e,r))}}function lw(t,e,n){var r=t[0],i=t[1],o=e[0],a=e[1];return i<
r?(r=us(i,r),o=n(a,o)):(r=us(r,i),o=n(o,a)),function(s){return o(r(s))}}function cw(t,e,n){var r=Math.
min(t.length,e.length)-1,i=new Array(r),o=new Array(r),a=-1;for(t[r]<t[0]&&(t=t.slice().reverse(),e=
e.slice().reverse());++a<r;)i[a]=us(t[a],t[a+1]),o[a]=n(e[a],e[a+1]);return function(s){var u=nr(t,s,
1,r)-1;return o[u](i[u](s))}}function si(t,e){return e.domain(t.domain()).range(t.range()).interpolate(
t.interpolate()).clamp(t.clamp()).unknown(t.unknown())}function so(){var t=$h,e=$h,n=cr,r,i,o,a=Ht,s,
u,l;function c(){var h=Math.min(t.length,e.length);return a!==Ht&&(a=uw(t[0],t[h-1])),s=h>2?cw:lw,u=
l=null,f}function f(h){return h==null||isNaN(h=+h)?o:(u||(u=s(t.map(r),e,n)))(r(a(h)))}return f.invert=
function(h){return a(i((l||(l=s(e,t.map(r),pt)))(h)))},f.domain=function(h){return arguments.length?
(t=Array.from(h,ss),c()):t.slice()},f.range=function(h){return arguments.length?(e=Array.from(h),c()):
e.slice()},f.rangeRound=function(h){return e=Array.from(h),n=Qr,c()},f.clamp=function(h){return arguments.
length?(a=h?!0:Ht,c()):a!==Ht},f.interpolate=function(h){return arguments.length?(n=h,c()):n},f.unknown=
function(h){return arguments.length?(o=h,f):o},function(h,m){return r=h,i=m,c()}}function Fh(){return so()(
Ht,Ht)}function fw(t,e,n,r){var i=Gr(t,e,n),o;switch(r=hr(r??",f"),r.type){case"s":{var a=Math.max(Math.
abs(t),Math.abs(e));return r.precision==null&&!isNaN(o=zf(i,a))&&(r.precision=o),Ga(r,a)}case"":case"\
e":case"g":case"p":case"r":{r.precision==null&&!isNaN(o=Xf(i,Math.max(Math.abs(t),Math.abs(e))))&&(r.
precision=o-(r.type==="e"));break}case"f":case"%":{r.precision==null&&!isNaN(o=qf(i))&&(r.precision=
o-(r.type==="%")*2);break}}return he(r)}function ui(t){var e=t.domain;return t.ticks=function(n){var r=e();
return Ke(r[0],r[r.length-1],n??10)},t.tickFormat=function(n,r){var i=e();return fw(i[0],i[i.length-
1],n??10,r)},t.nice=function(n){n==null&&(n=10);var r=e(),i=0,o=r.length-1,a=r[i],s=r[o],u,l,c=10;for(s<
a&&(l=a,a=s,s=l,l=i,i=o,o=l);c-- >0;){if(l=tr(a,s,n),l===u)return r[i]=a,r[o]=s,e(r);if(l>0)a=Math.floor(
a/l)*l,s=Math.ceil(s/l)*l;else if(l<0)a=Math.ceil(a*l)/l,s=Math.floor(s*l)/l;else break;u=l}return t},
t}function li(){var t=Fh();return t.copy=function(){return si(t,li())},ye.apply(t,arguments),ui(t)}function ls(t){
var e;function n(r){return r==null||isNaN(r=+r)?e:r}return n.invert=n,n.domain=n.range=function(r){return arguments.
length?(t=Array.from(r,ss),n):t.slice()},n.unknown=function(r){return arguments.length?(e=r,n):e},n.
copy=function(){return ls(t).unknown(e)},t=arguments.length?Array.from(t,ss):[0,1],ui(n)}function Oh(t,e){
t=t.slice();var n=0,r=t.length-1,i=t[n],o=t[r],a;return o<i&&(a=n,n=r,r=a,a=i,i=o,o=a),t[n]=e.floor(
i),t[r]=e.ceil(o),t}function Ch(t){return Math.log(t)}function Ah(t){return Math.exp(t)}function hw(t){
return-Math.log(-t)}function mw(t){return-Math.exp(-t)}function pw(t){return isFinite(t)?+("1e"+t):t<
0?0:t}function dw(t){return t===10?pw:t===Math.E?Math.exp:e=>Math.pow(t,e)}function gw(t){return t===
Math.E?Math.log:t===10&&Math.log10||t===2&&Math.log2||(t=Math.log(t),e=>Math.log(e)/t)}function Nh(t){
return(e,n)=>-t(-e,n)}function Yh(t){let e=t(Ch,Ah),n=e.domain,r=10,i,o;function a(){return i=gw(r),
o=dw(r),n()[0]<0?(i=Nh(i),o=Nh(o),t(hw,mw)):t(Ch,Ah),e}return e.base=function(s){return arguments.length?
(r=+s,a()):r},e.domain=function(s){return arguments.length?(n(s),a()):n()},e.ticks=s=>{let u=n(),l=u[0],
c=u[u.length-1],f=c<l;f&&([l,c]=[c,l]);let h=i(l),m=i(c),d,p,x=s==null?10:+s,g=[];if(!(r%1)&&m-h<x){
if(h=Math.floor(h),m=Math.ceil(m),l>0){for(;h<=m;++h)for(d=1;d<r;++d)if(p=h<0?d/o(-h):d*o(h),!(p<l)){
if(p>c)break;g.push(p)}}else for(;h<=m;++h)for(d=r-1;d>=1;--d)if(p=h>0?d/o(-h):d*o(h),!(p<l)){if(p>c)
break;g.push(p)}g.length*2<x&&(g=Ke(l,c,x))}else g=Ke(h,m,Math.min(m-h,x)).map(o);return f?g.reverse():
g},e.tickFormat=(s,u)=>{if(s==null&&(s=10),u==null&&(u=r===10?"s":","),typeof u!="function"&&(!(r%1)&&
(u=hr(u)).precision==null&&(u.trim=!0),u=he(u)),s===1/0)return u;let l=Math.max(1,r*s/e.ticks().length);
return c=>{let f=c/o(Math.round(i(c)));return f*r<r-.5&&(f*=r),f<=l?u(c):""}},e.nice=()=>n(Oh(n(),{floor:s=>o(
Math.floor(i(s))),ceil:s=>o(Math.ceil(i(s)))})),e}function cs(){let t=Yh(so()).domain([1,10]);return t.
copy=()=>si(t,cs()).base(t.base()),ye.apply(t,arguments),t}function Ih(t){return function(e){return Math.
sign(e)*Math.log1p(Math.abs(e/t))}}function Dh(t){return function(e){return Math.sign(e)*Math.expm1(
Math.abs(e))*t}}function Ph(t){var e=1,n=t(Ih(e),Dh(e));return n.constant=function(r){return arguments.
length?t(Ih(e=+r),Dh(e)):e},ui(n)}function fs(){var t=Ph(so());return t.copy=function(){return si(t,
fs()).constant(t.constant())},ye.apply(t,arguments)}function Eh(t){return function(e){return e<0?-Math.
pow(-e,t):Math.pow(e,t)}}function yw(t){return t<0?-Math.sqrt(-t):Math.sqrt(t)}function xw(t){return t<
0?-t*t:t*t}function Bh(t){var e=t(Ht,Ht),n=1;function r(){return n===1?t(Ht,Ht):n===.5?t(yw,xw):t(Eh(
n),Eh(1/n))}return e.exponent=function(i){return arguments.length?(n=+i,r()):n},ui(e)}function hs(){
var t=Bh(so());return t.copy=function(){return si(t,hs()).exponent(t.exponent())},ye.apply(t,arguments),
t}function ms(){var t=[],e=[],n=[],r;function i(){var a=0,s=Math.max(1,e.length);for(n=new Array(s-1);++a<
s;)n[a-1]=Ec(t,a/s);return o}function o(a){return a==null||isNaN(a=+a)?r:e[nr(n,a)]}return o.invertExtent=
function(a){var s=e.indexOf(a);return s<0?[NaN,NaN]:[s>0?n[s-1]:t[0],s<n.length?n[s]:t[t.length-1]]},
o.domain=function(a){if(!arguments.length)return t.slice();t=[];for(let s of a)s!=null&&!isNaN(s=+s)&&
t.push(s);return t.sort(Ct),i()},o.range=function(a){return arguments.length?(e=Array.from(a),i()):e.
slice()},o.unknown=function(a){return arguments.length?(r=a,o):r},o.quantiles=function(){return n.slice()},
o.copy=function(){return ms().domain(t).range(e).unknown(r)},ye.apply(o,arguments)}function ps(){var t=[.5],e=[0,1],n,r=1;function i(o){return o!=null&&o<=o?e[nr(t,o,0,r)]:n}return i.
domain=function(o){return arguments.length?(t=Array.from(o),r=Math.min(t.length,e.length-1),i):t.slice()},
i.range=function(o){return arguments.length?(e=Array.from(o),r=Math.min(t.length,e.length-1),i):e.slice()},
i.invertExtent=function(o){var a=e.indexOf(o);return[t[a-1],t[a]]},i.unknown=function(o){return arguments.
length?(n=o,i):n},i.copy=function(){return ps().domain(t).range(e).unknown(n)},ye.apply(i,arguments)}
function bw(t){return new Date(t)}function ww(t){return t instanceof Date?+t:Math.round(t)}function ds(t,e,n,r,i,o,a,s,u,l){
var c=Fh(),f=c.invert,h=c.domain,m=l(".%L"),d=l(":%S"),p=l("%I:%M"),x=l("%I %p"),g=l("%a %d"),y=l("%\
b %d"),v=l("%B"),b=l("%Y");function S(w){return(u(w)<w?m:s(w)<w?d:a(w)<w?p:o(w)<w?x:r(w)<w?i(w)<w?g:
y:n(w)<w?v:b)(w)}return c.invert=function(w){return new Date(Math.round(f(w)))},c.domain=function(w){
return arguments.length?h(Array.from(w,ww)):h().map(bw)},c.ticks=function(w){var _=h();return t(_[0],
_[_.length-1],w??10)},c.tickFormat=function(w,_){return _==null?S:l(_)},c.nice=function(w){var _=h();
return(!w||typeof w.range!="function")&&(w=e(_[0],_[_.length-1],w??10)),w?h(Oh(_,w)):c},c.copy=function(){
return si(c,ds(t,e,n,r,i,o,a,s,u,l))},c}function qh(){return ye.apply(ds(lh,ch,Lt,En,pe,me,$n,Tn,Dt,
ai).domain([new Date(2e3,0,1),new Date(2e3,0,2)]),arguments)}function zh(){return ye.apply(ds(uh,ro,
Ft,Rn,de,mr,Cn,kn,Dt,ge).domain([Date.UTC(2e3,0,1),Date.UTC(2e3,0,2)]),arguments)}function uo(t,e){return e.domain(t.domain()).interpolator(t.interpolator()).clamp(t.clamp()).unknown(
t.unknown())}function lo(){var t=0,e=.5,n=1,r=1,i,o,a,s,u,l=Ht,c,f=!1,h;function m(p){return p==null||isNaN(p=+p)?
h:(p=.5+((p=+c(p))-o)*(r*p<r*o?s:u),l(f?Math.max(0,Math.min(1,p)):p))}m.domain=function(p){return arguments.
length?([t,e,n]=p,i=c(t=+t),o=c(e=+e),a=c(n=+n),s=i===o?0:.5/(o-i),u=o===a?0:.5/(a-o),r=o<i?-1:1,m):
[t,e,n]},m.clamp=function(p){return arguments.length?(f=!!p,m):f},m.interpolator=function(p){return arguments.
length?(l=p,m):l};function d(p){return function(x){var g,y,v;return arguments.length?([g,y,v]=x,l=tn(
p,[g,y,v]),m):[l(0),l(.5),l(1)]}}return m.range=d(cr),m.rangeRound=d(Qr),m.unknown=function(p){return arguments.
length?(h=p,m):h},function(p){return c=p,i=p(t),o=p(e),a=p(n),s=i===o?0:.5/(o-i),u=o===a?0:.5/(a-o),
r=o<i?-1:1,m}}function gs(){var t=ui(lo()(Ht));return t.copy=function(){return uo(t,gs())},oo.apply(
t,arguments)}function ys(){var t=Yh(lo()).domain([.1,1,10]);return t.copy=function(){return uo(t,ys()).
base(t.base())},oo.apply(t,arguments)}function xs(){var t=Ph(lo());return t.copy=function(){return uo(
t,xs()).constant(t.constant())},oo.apply(t,arguments)}function bs(){var t=Bh(lo());return t.copy=function(){
return uo(t,bs()).exponent(t.exponent())},oo.apply(t,arguments)}var ws=()=>{},_s=()=>{},vs=()=>{},Ms=()=>{},Ss=()=>{},Ts=()=>{},ks=()=>{},$s=()=>{},Cs=()=>{},As=()=>{},
Ns=()=>{},Is=()=>{},Ds=()=>{},Es=()=>{},Rs=()=>{},Ls=()=>{},Fs=()=>{},Os=()=>{},Ys=()=>{},Ps=()=>{},
Bs=()=>{},qs=()=>{},zs=()=>{},ci=()=>{},Xs=()=>{},Us=()=>{},fi=()=>{},Ws=()=>{},Gs=()=>{},Hs=()=>{},
Vs=()=>{},js=()=>{},Zs=()=>{},Ks=()=>{},Qs=()=>{},Js=()=>{},tu=()=>{},eu=()=>{},Xh=()=>{},Uh=()=>{},
Wh=()=>{},Gh=()=>{},Hh=()=>{},Vh=()=>{},jh=()=>{},Zh=()=>{},Kh=()=>{},Qh=()=>{},Jh=()=>{},tm=()=>{},
em=()=>{},nm=()=>{},rm=()=>{},im=()=>{},om=()=>{},am=()=>{},sm=()=>{},um=()=>{},lm=()=>{},cm=()=>{},
fm=()=>{},nu=()=>{},hm=()=>{},mm=()=>{},ru=()=>{},pm=()=>{},dm=()=>{},gm=()=>{},ym=()=>{},xm=()=>{},
bm=()=>{},wm=()=>{},_m=()=>{},vm=()=>{},Mm=()=>{},Sm=()=>{};function vt(t){return function(){return t}}var Nm=Math.cos;var su=Math.min,co=Math.sin,gt=Math.sqrt,Tm=1e-12,hi=Math.PI,cS=hi/2,go=2*hi;function Im(t){let e=3;return t.digits=function(n){if(!arguments.length)return e;if(n==null)e=null;else{
let r=Math.floor(n);if(!(r>=0))throw new RangeError(`invalid digits: ${n}`);e=r}return t},()=>new Sn(
e)}var fS=Array.prototype.slice;function Dm(t){return typeof t=="object"&&"length"in t?t:Array.from(t)}
function Em(t){this._context=t}Em.prototype={areaStart:function(){this._line=0},areaEnd:function(){this.
_line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this.
_point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=+t,e=+e,
this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:
this._point=2;default:this._context.lineTo(t,e);break}}};function Ln(t){return new Em(t)}function Rm(t){
return t[0]}function Lm(t){return t[1]}function uu(t,e){var n=vt(!0),r=null,i=Ln,o=null,a=Im(s);t=typeof t==
"function"?t:t===void 0?Rm:vt(t),e=typeof e=="function"?e:e===void 0?Lm:vt(e);function s(u){var l,c=(u=
Dm(u)).length,f,h=!1,m;for(r==null&&(o=i(m=a())),l=0;l<=c;++l)!(l<c&&n(f=u[l],l,u))===h&&((h=!h)?o.lineStart():
o.lineEnd()),h&&o.point(+t(f,l,u),+e(f,l,u));if(m)return o=null,m+""||null}return s.x=function(u){return arguments.
length?(t=typeof u=="function"?u:vt(+u),s):t},s.y=function(u){return arguments.length?(e=typeof u=="\
function"?u:vt(+u),s):e},s.defined=function(u){return arguments.length?(n=typeof u=="function"?u:vt(
!!u),s):n},s.curve=function(u){return arguments.length?(i=u,r!=null&&(o=i(r)),s):i},s.context=function(u){
return arguments.length?(u==null?r=o=null:o=i(r=u),s):r},s}function Fm(t,e,n){var r=null,i=vt(!0),o=null,
a=Ln,s=null,u=Im(l);t=typeof t=="function"?t:t===void 0?Rm:vt(+t),e=typeof e=="function"?e:vt(e===void 0?
0:+e),n=typeof n=="function"?n:n===void 0?Lm:vt(+n);function l(f){var h,m,d,p=(f=Dm(f)).length,x,g=!1,
y,v=new Array(p),b=new Array(p);for(o==null&&(s=a(y=u())),h=0;h<=p;++h){if(!(h<p&&i(x=f[h],h,f))===g)
if(g=!g)m=h,s.areaStart(),s.lineStart();else{for(s.lineEnd(),s.lineStart(),d=h-1;d>=m;--d)s.point(v[d],
b[d]);s.lineEnd(),s.areaEnd()}g&&(v[h]=+t(x,h,f),b[h]=+e(x,h,f),s.point(r?+r(x,h,f):v[h],n?+n(x,h,f):
b[h]))}if(y)return s=null,y+""||null}function c(){return uu().defined(i).curve(a).context(o)}return l.
x=function(f){return arguments.length?(t=typeof f=="function"?f:vt(+f),r=null,l):t},l.x0=function(f){
return arguments.length?(t=typeof f=="function"?f:vt(+f),l):t},l.x1=function(f){return arguments.length?
(r=f==null?null:typeof f=="function"?f:vt(+f),l):r},l.y=function(f){return arguments.length?(e=typeof f==
"function"?f:vt(+f),n=null,l):e},l.y0=function(f){return arguments.length?(e=typeof f=="function"?f:
vt(+f),l):e},l.y1=function(f){return arguments.length?(n=f==null?null:typeof f=="function"?f:vt(+f),
l):n},l.lineX0=l.lineY0=function(){return c().x(t).y(e)},l.lineY1=function(){return c().x(t).y(n)},l.
lineX1=function(){return c().x(r).y(e)},l.defined=function(f){return arguments.length?(i=typeof f=="\
function"?f:vt(!!f),l):i},l.curve=function(f){return arguments.length?(a=f,o!=null&&(s=a(o)),l):a},l.
context=function(f){return arguments.length?(f==null?o=s=null:s=a(o=f),l):o},l}var hS=_w(Ln);function Om(t){this._curve=t}Om.prototype={areaStart:function(){this._curve.areaStart()},
areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){
this._curve.lineEnd()},point:function(t,e){this._curve.point(e*Math.sin(t),e*-Math.cos(t))}};function _w(t){
function e(n){return new Om(t(n))}return e._curve=t,e}var fo=class{constructor(e,n){this._context=e,this._x=n}areaStart(){this._line=0}areaEnd(){this._line=
NaN}lineStart(){this._point=0}lineEnd(){(this._line||this._line!==0&&this._point===1)&&this._context.
closePath(),this._line=1-this._line}point(e,n){switch(e=+e,n=+n,this._point){case 0:{this._point=1,this.
_line?this._context.lineTo(e,n):this._context.moveTo(e,n);break}case 1:this._point=2;default:{this._x?
this._context.bezierCurveTo(this._x0=(this._x0+e)/2,this._y0,this._x0,n,e,n):this._context.bezierCurveTo(
this._x0,this._y0=(this._y0+n)/2,e,this._y0,e,n);break}}this._x0=e,this._y0=n}};function Ym(t){return new fo(t,!0)}function Pm(t){return new fo(t,!1)}var vw=gt(3),lu={draw(t,e){let n=gt(e+su(e/28,.75))*.59436,r=n/2,i=r*vw;t.moveTo(0,n),t.lineTo(0,-n),
t.moveTo(-i,-r),t.lineTo(i,r),t.moveTo(-i,r),t.lineTo(i,-r)}},Fn={draw(t,e){let n=gt(e/hi);t.moveTo(
n,0),t.arc(0,0,n,0,go)}},cu={draw(t,e){let n=gt(e/5)/2;t.moveTo(-3*n,-n),t.lineTo(-n,-n),t.lineTo(-n,
-3*n),t.lineTo(n,-3*n),t.lineTo(n,-n),t.lineTo(3*n,-n),t.lineTo(3*n,n),t.lineTo(n,n),t.lineTo(n,3*n),
t.lineTo(-n,3*n),t.lineTo(-n,n),t.lineTo(-3*n,n),t.closePath()}},Bm=gt(1/3),Mw=Bm*2,fu={draw(t,e){let n=gt(
e/Mw),r=n*Bm;t.moveTo(0,-n),t.lineTo(r,0),t.lineTo(0,n),t.lineTo(-r,0),t.closePath()}},hu={draw(t,e){
let n=gt(e)*.62625;t.moveTo(0,-n),t.lineTo(n,0),t.lineTo(0,n),t.lineTo(-n,0),t.closePath()}},mu={draw(t,e){
let n=gt(e-su(e/7,2))*.87559;t.moveTo(-n,0),t.lineTo(n,0),t.moveTo(0,n),t.lineTo(0,-n)}},pu={draw(t,e){
let n=gt(e),r=-n/2;t.rect(r,r,n,n)}},du={draw(t,e){let n=gt(e)*.4431;t.moveTo(n,n),t.lineTo(n,-n),t.
lineTo(-n,-n),t.lineTo(-n,n),t.closePath()}},Sw=.8908130915292852,qm=co(hi/10)/co(7*hi/10),Tw=co(go/
10)*qm,kw=-Nm(go/10)*qm,gu={draw(t,e){let n=gt(e*Sw),r=Tw*n,i=kw*n;t.moveTo(0,-n),t.lineTo(r,i);for(let o=1;o<
5;++o){let a=go*o/5,s=Nm(a),u=co(a);t.lineTo(u*n,-s*n),t.lineTo(s*r-u*i,u*r+s*i)}t.closePath()}},iu=gt(
3),yu={draw(t,e){let n=-gt(e/(iu*3));t.moveTo(0,n*2),t.lineTo(-iu*n,-n),t.lineTo(iu*n,-n),t.closePath()}},
$w=gt(3),xu={draw(t,e){let n=gt(e)*.6824,r=n/2,i=n*$w/2;t.moveTo(0,-n),t.lineTo(i,r),t.lineTo(-i,r),
t.closePath()}},Vt=-.5,jt=gt(3)/2,au=1/gt(12),Cw=(au/2+1)*3,bu={draw(t,e){let n=gt(e/Cw),r=n/2,i=n*au,
o=r,a=n*au+n,s=-o,u=a;t.moveTo(r,i),t.lineTo(o,a),t.lineTo(s,u),t.lineTo(Vt*r-jt*i,jt*r+Vt*i),t.lineTo(
Vt*o-jt*a,jt*o+Vt*a),t.lineTo(Vt*s-jt*u,jt*s+Vt*u),t.lineTo(Vt*r+jt*i,Vt*i-jt*r),t.lineTo(Vt*o+jt*a,
Vt*a-jt*o),t.lineTo(Vt*s+jt*u,Vt*u-jt*s),t.closePath()}},wu={draw(t,e){let n=gt(e-su(e/6,1.7))*.6189;
t.moveTo(-n,-n),t.lineTo(n,n),t.moveTo(-n,n),t.lineTo(n,-n)}},zm=[Fn,cu,fu,pu,gu,yu,bu],Xm=[Fn,mu,wu,
xu,lu,du,hu];function en(){}function ho(t,e,n){t._context.bezierCurveTo((2*t._x0+t._x1)/3,(2*t._y0+t._y1)/3,(t._x0+
2*t._x1)/3,(t._y0+2*t._y1)/3,(t._x0+4*t._x1+e)/6,(t._y0+4*t._y1+n)/6)}function yo(t){this._context=t}
yo.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){
this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:
ho(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==
0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){switch(t=
+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.moveTo(
t,e);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/
6,(5*this._y0+this._y1)/6);default:ho(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,
this._y1=e}};function Um(t){return new yo(t)}function Wm(t){this._context=t}Wm.prototype={areaStart:en,
areaEnd:en,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this.
_y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.
moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this.
_x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),
this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),
this.point(this._x4,this._y4);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this.
_point=1,this._x2=t,this._y2=e;break;case 1:this._point=2,this._x3=t,this._y3=e;break;case 2:this._point=
3,this._x4=t,this._y4=e,this._context.moveTo((this._x0+4*this._x1+t)/6,(this._y0+4*this._y1+e)/6);break;default:
ho(this,t,e);break}this._x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e}};function Gm(t){return new Wm(
t)}function Hm(t){this._context=t}Hm.prototype={areaStart:function(){this._line=0},areaEnd:function(){
this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){
(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){
switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=
3;var n=(this._x0+4*this._x1+t)/6,r=(this._y0+4*this._y1+e)/6;this._line?this._context.lineTo(n,r):this.
_context.moveTo(n,r);break;case 3:this._point=4;default:ho(this,t,e);break}this._x0=this._x1,this._x1=
t,this._y0=this._y1,this._y1=e}};function Vm(t){return new Hm(t)}function jm(t,e){this._basis=new yo(
t),this._beta=e}jm.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){
var t=this._x,e=this._y,n=t.length-1;if(n>0)for(var r=t[0],i=e[0],o=t[n]-r,a=e[n]-i,s=-1,u;++s<=n;)u=
s/n,this._basis.point(this._beta*t[s]+(1-this._beta)*(r+u*o),this._beta*e[s]+(1-this._beta)*(i+u*a));
this._x=this._y=null,this._basis.lineEnd()},point:function(t,e){this._x.push(+t),this._y.push(+e)}};
var Zm=function t(e){function n(r){return e===1?new yo(r):new jm(r,e)}return n.beta=function(r){return t(
+r)},n}(.85);function mo(t,e,n){t._context.bezierCurveTo(t._x1+t._k*(t._x2-t._x0),t._y1+t._k*(t._y2-
t._y0),t._x2+t._k*(t._x1-e),t._y2+t._k*(t._y1-n),t._x2,t._y2)}function _u(t,e){this._context=t,this.
_k=(1-e)/6}_u.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){
this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this.
_point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:mo(this,this._x1,this._y1);break}
(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){
switch(t=+t,e=+e,this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):this._context.
moveTo(t,e);break;case 1:this._point=2,this._x1=t,this._y1=e;break;case 2:this._point=3;default:mo(this,
t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=
e}};var Km=function t(e){function n(r){return new _u(r,e)}return n.tension=function(r){return t(+r)},
n}(0);function vu(t,e){this._context=t,this._k=(1-e)/6}vu.prototype={areaStart:en,areaEnd:en,lineStart:function(){
this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this.
_y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,
this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.
closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this.
_x5,this._y5);break}}},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this._x3=
t,this._y3=e;break;case 1:this._point=2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this.
_point=3,this._x5=t,this._y5=e;break;default:mo(this,t,e);break}this._x0=this._x1,this._x1=this._x2,
this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var Qm=function t(e){function n(r){return new vu(
r,e)}return n.tension=function(r){return t(+r)},n}(0);function Mu(t,e){this._context=t,this._k=(1-e)/
6}Mu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){
this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||
this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){
switch(t=+t,e=+e,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=
3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:
this._point=4;default:mo(this,t,e);break}this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this.
_y1,this._y1=this._y2,this._y2=e}};var Jm=function t(e){function n(r){return new Mu(r,e)}return n.tension=
function(r){return t(+r)},n}(0);function Su(t,e,n){var r=t._x1,i=t._y1,o=t._x2,a=t._y2;if(t._l01_a>Tm){
var s=2*t._l01_2a+3*t._l01_a*t._l12_a+t._l12_2a,u=3*t._l01_a*(t._l01_a+t._l12_a);r=(r*s-t._x0*t._l12_2a+
t._x2*t._l01_2a)/u,i=(i*s-t._y0*t._l12_2a+t._y2*t._l01_2a)/u}if(t._l23_a>Tm){var l=2*t._l23_2a+3*t._l23_a*
t._l12_a+t._l12_2a,c=3*t._l23_a*(t._l23_a+t._l12_a);o=(o*l+t._x1*t._l23_2a-e*t._l12_2a)/c,a=(a*l+t._y1*
t._l23_2a-n*t._l12_2a)/c}t._context.bezierCurveTo(r,i,o,a,t._x2,t._y2)}function tp(t,e){this._context=
t,this._alpha=e}tp.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},
lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=
this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:
this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||
this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){
if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(
n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(t,e):
this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this._point=3;default:Su(this,t,e);
break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,
this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var ep=function t(e){
function n(r){return e?new tp(r,e):new _u(r,0)}return n.alpha=function(r){return t(+r)},n}(.5);function np(t,e){
this._context=t,this._alpha=e}np.prototype={areaStart:en,areaEnd:en,lineStart:function(){this._x0=this.
_x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this.
_l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){
switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{
this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,
this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(t,e){if(t=
+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*
r,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=t,this._y3=e;break;case 1:this._point=
2,this._context.moveTo(this._x4=t,this._y4=e);break;case 2:this._point=3,this._x5=t,this._y5=e;break;default:
Su(this,t,e);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=
this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this.
_y2=e}};var rp=function t(e){function n(r){return e?new np(r,e):new vu(r,0)}return n.alpha=function(r){
return t(+r)},n}(.5);function ip(t,e){this._context=t,this._alpha=e}ip.prototype={areaStart:function(){
this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this.
_y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=
this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),
this._line=1-this._line},point:function(t,e){if(t=+t,e=+e,this._point){var n=this._x2-t,r=this._y2-e;
this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+r*r,this._alpha))}switch(this._point){case 0:this._point=
1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this.
_y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Su(this,t,e);break}this.
_l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this.
_x0=this._x1,this._x1=this._x2,this._x2=t,this._y0=this._y1,this._y1=this._y2,this._y2=e}};var op=function t(e){
function n(r){return e?new ip(r,e):new Mu(r,0)}return n.alpha=function(r){return t(+r)},n}(.5);function ap(t){
this._context=t}ap.prototype={areaStart:en,areaEnd:en,lineStart:function(){this._point=0},lineEnd:function(){
this._point&&this._context.closePath()},point:function(t,e){t=+t,e=+e,this._point?this._context.lineTo(
t,e):(this._point=1,this._context.moveTo(t,e))}};function sp(t){return new ap(t)}function km(t){return t<
0?-1:1}function $m(t,e,n){var r=t._x1-t._x0,i=e-t._x1,o=(t._y1-t._y0)/(r||i<0&&-0),a=(n-t._y1)/(i||r<
0&&-0),s=(o*i+a*r)/(r+i);return(km(o)+km(a))*Math.min(Math.abs(o),Math.abs(a),.5*Math.abs(s))||0}function Cm(t,e){
var n=t._x1-t._x0;return n?(3*(t._y1-t._y0)/n-e)/2:e}function ou(t,e,n){var r=t._x0,i=t._y0,o=t._x1,
a=t._y1,s=(o-r)/3;t._context.bezierCurveTo(r+s,i+s*e,o-s,a-s*n,o,a)}function po(t){this._context=t}po.
prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){
this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:
this._context.lineTo(this._x1,this._y1);break;case 3:ou(this,this._t0,Cm(this,this._t0));break}(this.
_line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(t,e){
var n=NaN;if(t=+t,e=+e,!(t===this._x1&&e===this._y1)){switch(this._point){case 0:this._point=1,this.
_line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;break;case 2:this.
_point=3,ou(this,Cm(this,n=$m(this,t,e)),n);break;default:ou(this,this._t0,n=$m(this,t,e));break}this.
_x0=this._x1,this._x1=t,this._y0=this._y1,this._y1=e,this._t0=n}}};function up(t){this._context=new lp(
t)}(up.prototype=Object.create(po.prototype)).point=function(t,e){po.prototype.point.call(this,e,t)};
function lp(t){this._context=t}lp.prototype={moveTo:function(t,e){this._context.moveTo(e,t)},closePath:function(){
this._context.closePath()},lineTo:function(t,e){this._context.lineTo(e,t)},bezierCurveTo:function(t,e,n,r,i,o){
this._context.bezierCurveTo(e,t,r,n,o,i)}};function cp(t){return new po(t)}function fp(t){return new up(
t)}function hp(t){this._context=t}hp.prototype={areaStart:function(){this._line=0},areaEnd:function(){
this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var t=this._x,e=this.
_y,n=t.length;if(n)if(this._line?this._context.lineTo(t[0],e[0]):this._context.moveTo(t[0],e[0]),n===
2)this._context.lineTo(t[1],e[1]);else for(var r=Am(t),i=Am(e),o=0,a=1;a<n;++o,++a)this._context.bezierCurveTo(
r[0][o],i[0][o],r[1][o],i[1][o],t[a],e[a]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),
this._line=1-this._line,this._x=this._y=null},point:function(t,e){this._x.push(+t),this._y.push(+e)}};
function Am(t){var e,n=t.length-1,r,i=new Array(n),o=new Array(n),a=new Array(n);for(i[0]=0,o[0]=2,a[0]=
t[0]+2*t[1],e=1;e<n-1;++e)i[e]=1,o[e]=4,a[e]=4*t[e]+2*t[e+1];for(i[n-1]=2,o[n-1]=7,a[n-1]=8*t[n-1]+t[n],
e=1;e<n;++e)r=i[e]/o[e-1],o[e]-=r,a[e]-=r*a[e-1];for(i[n-1]=a[n-1]/o[n-1],e=n-2;e>=0;--e)i[e]=(a[e]-
i[e+1])/o[e];for(o[n-1]=(t[n]+i[n-1])/2,e=0;e<n-1;++e)o[e]=2*t[e+1]-i[e+1];return[i,o]}function mp(t){
return new hp(t)}function xo(t,e){this._context=t,this._t=e}xo.prototype={areaStart:function(){this.
_line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},
lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this.
_line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,
this._line=1-this._line)},point:function(t,e){switch(t=+t,e=+e,this._point){case 0:this._point=1,this.
_line?this._context.lineTo(t,e):this._context.moveTo(t,e);break;case 1:this._point=2;default:{if(this.
_t<=0)this._context.lineTo(this._x,e),this._context.lineTo(t,e);else{var n=this._x*(1-this._t)+t*this.
_t;this._context.lineTo(n,this._y),this._context.lineTo(n,e)}break}}this._x=t,this._y=e}};function pp(t){
return new xo(t,.5)}function dp(t){return new xo(t,0)}function gp(t){return new xo(t,1)}function Zt(t){return t!=null&&!Number.isNaN(t)}function At(t,e){return+Zt(e)-+Zt(t)||Ct(t,e)}function On(t,e){
return+Zt(e)-+Zt(t)||Ie(t,e)}function mi(t){return t!=null&&`${t}`!=""}function Tu(t){return isFinite(
t)?t:NaN}function Yn(t){return t>0&&isFinite(t)?t:NaN}function gr(t){return t<0&&isFinite(t)?t:NaN}function bo(t,e){if(t instanceof Date||(t=new Date(+t)),isNaN(t))return typeof e=="function"?e(t):e;
let n=t.getUTCHours(),r=t.getUTCMinutes(),i=t.getUTCSeconds(),o=t.getUTCMilliseconds();return`${Aw(t.
getUTCFullYear(),4)}-${Be(t.getUTCMonth()+1,2)}-${Be(t.getUTCDate(),2)}${n||r||i||o?`T${Be(n,2)}:${Be(
r,2)}${i||o?`:${Be(i,2)}${o?`.${Be(o,3)}`:""}`:""}Z`:""}`}function Aw(t){return t<0?`-${Be(-t,6)}`:t>
9999?`+${Be(t,6)}`:Be(t,4)}function Be(t,e){return`${t}`.padStart(e,"0")}var Nw=/^(?:[-+]\d{2})?\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;
function pi(t,e){return Nw.test(t+="")?new Date(t):typeof e=="function"?e(t):e}function qe(t){if(t==null)return;let e=t[0],n=t[t.length-1];return Ie(e,n)}var xr=1e3,rn=xr*60,on=rn*60,be=on*24,xe=be*7,Pn=be*30,nn=be*365,ku=[["millisecond",1],["2 milliseco\
nds",2],["5 milliseconds",5],["10 milliseconds",10],["20 milliseconds",20],["50 milliseconds",50],["\
100 milliseconds",100],["200 milliseconds",200],["500 milliseconds",500],["second",xr],["5 seconds",
5*xr],["15 seconds",15*xr],["30 seconds",30*xr],["minute",rn],["5 minutes",5*rn],["15 minutes",15*rn],
["30 minutes",30*rn],["hour",on],["3 hours",3*on],["6 hours",6*on],["12 hours",12*on],["day",be],["2\
 days",2*be],["week",xe],["2 weeks",2*xe],["month",Pn],["3 months",3*Pn],["6 months",6*Pn],["year",nn],
["2 years",2*nn],["5 years",5*nn],["10 years",10*nn],["20 years",20*nn],["50 years",50*nn],["100 yea\
rs",100*nn]],$u=new Map([["second",xr],["minute",rn],["hour",on],["day",be],["monday",xe],["tuesday",
xe],["wednesday",xe],["thursday",xe],["friday",xe],["saturday",xe],["sunday",xe],["week",xe],["month",
Pn],["year",nn]]),xp=new Map([["second",Dt],["minute",Tn],["hour",$n],["day",me],["monday",Nn],["tue\
sday",Ka],["wednesday",Qa],["thursday",Ye],["friday",Ja],["saturday",ts],["sunday",pe],["week",pe],[
"month",En],["year",Lt]]),Cu=new Map([["second",Dt],["minute",kn],["hour",Cn],["day",ni],["monday",Dn],
["tuesday",es],["wednesday",ns],["thursday",Pe],["friday",rs],["saturday",is],["sunday",de],["week",
de],["month",Rn],["year",Ft]]),br=Symbol("intervalDuration"),_o=Symbol("intervalType");for(let[t,e]of xp)
e[br]=$u.get(t),e[_o]="time";for(let[t,e]of Cu)e[br]=$u.get(t),e[_o]="utc";var di=[["year",Ft,"utc"],
["month",Rn,"utc"],["day",ni,"utc",6*Pn],["hour",Cn,"utc",3*be],["minute",kn,"utc",6*on],["second",Dt,
"utc",30*rn]],wo=[["year",Lt,"time"],["month",En,"time"],["day",me,"time",6*Pn],["hour",$n,"time",3*
be],["minute",Tn,"time",6*on],["second",Dt,"time",30*rn]],Iw=[di[0],wo[0],di[1],wo[1],di[2],wo[2],...di.
slice(3)];function bp(t){let e=`${t}`.toLowerCase();e.endsWith("s")&&(e=e.slice(0,-1));let n=1,r=/^(?:(\d+)\s+)/.
exec(e);switch(r&&(e=e.slice(r[0].length),n=+r[1]),e){case"quarter":e="month",n*=3;break;case"half":
e="month",n*=6;break}let i=Cu.get(e);if(!i)throw new Error(`unknown interval: ${t}`);if(n>1&&!i.every)
throw new Error(`non-periodic interval: ${e}`);return[e,n]}function Au(t){return wp(bp(t),"time")}function gi(t){
return wp(bp(t),"utc")}function wp([t,e],n){let r=(n==="time"?xp:Cu).get(t);return e>1&&(r=r.every(e),
r[br]=$u.get(t)*e,r[_o]=n),r}function Nu(t,e){if(!(e>1))return;let n=t[br];if(!ku.some(([,i])=>i===n)||
n%be===0&&be<n&&n<Pn)return;let[r]=ku[er(([,i])=>Math.log(i)).center(ku,Math.log(n*e))];return(t[_o]===
"time"?Au:gi)(r)}function yp(t,e,n){let r=e==="time"?ai:ge;if(n==null)return r(t==="year"?"%Y":t==="\
month"?"%Y-%m":t==="day"?"%Y-%m-%d":t==="hour"||t==="minute"?"%Y-%m-%dT%H:%M":t==="second"?"%Y-%m-%d\
T%H:%M:%S":"%Y-%m-%dT%H:%M:%S.%L");let i=Dw(n);switch(t){case"millisecond":return yr(r(".%L"),r(":%M\
:%S"),i);case"second":return yr(r(":%S"),r("%-I:%M"),i);case"minute":return yr(r("%-I:%M"),r("%p"),i);case"\
hour":return yr(r("%-I %p"),r("%b %-d"),i);case"day":return yr(r("%-d"),r("%b"),i);case"month":return yr(
r("%b"),r("%Y"),i);case"year":return r("%Y")}throw new Error("unable to format time ticks")}function Dw(t){
return t==="left"||t==="right"?(e,n)=>`
${e}
${n}`:t==="top"?(e,n)=>`${n}
${e}`:(e,n)=>`${e}
${n}`}function Ew(t){return t==="time"?wo:t==="utc"?di:Iw}function _p(t,e,n){let r=Nt(Oc(e,(i,o)=>Math.
abs(o-i)));if(r<1e3)return yp("millisecond","utc",n);for(let[i,o,a,s]of Ew(t)){if(r>s||i==="hour"&&!r)
break;if(e.every(u=>o.floor(u)>=u))return yp(i,a,n)}}function yr(t,e,n){return(r,i,o)=>{let a=t(r,i),
s=e(r,i),u=i-qe(o);return i!==u&&o[u]!==void 0&&s===e(o[u],u)?a:n(a,s)}}var Du=Object.getPrototypeOf(Uint8Array),Rw=Object.prototype.toString;function re(t){return t instanceof
Array||t instanceof Du}function Sp(t){return t instanceof Du&&!Lw(t)}function Tp(t){return t?.prototype instanceof
Du&&!Fw(t)}function Lw(t){return t instanceof BigInt64Array||t instanceof BigUint64Array}function Fw(t){
return t===BigInt64Array||t===BigUint64Array}var Eu=Symbol("reindex");function st(t,e,n){let r=typeof e;
return r==="string"?qp(t)?Ru(t.getChild(e),n):vp(t,Lu(e),n):r==="function"?vp(t,e,n):r==="number"||e instanceof
Date||r==="boolean"?tt(t,zt(e),n):typeof e?.transform=="function"?Iu(e.transform(t),n):Ow(Iu(e,n),t?.[Eu])}
function Ow(t,e){return t!=null&&e?Mo(t,e):t}function vp(t,e,n){return tt(t,Tp(n)?(r,i)=>Fu(e(r,i)):
e,n)}function Iu(t,e){return e===void 0?ve(t):zp(t)?Ru(t,e):t instanceof e?t:e.from(t,Tp(e)&&!Sp(t)?
Fu:void 0)}function Ru(t,e){return t==null?t:(e===void 0||e===Array)&&qw(t.type)?Ou(Mp(t)):Iu(Mp(t),
e)}function Mp(t){return t.nullCount?t.toJSON():t.toArray()}var wr=[null],Lu=t=>e=>{let n=e[t];return n===
void 0&&e.type==="Feature"?e.properties?.[t]:n},we={transform:Rt},et={transform:t=>t};var kp=()=>1,$p=()=>!0,ft=t=>t==null?t:`${t}`,ht=t=>t==null?t:+t;var vo=t=>t?t[0]:void 0,yi=t=>t?t[1]:void 0;var zt=t=>()=>t;function Cp(t){let e=+`${t}`.slice(1)/100;return(n,r)=>Ne(n,e,r)}function _e(t){return Sp(
t)?t:tt(t,Fu,Float64Array)}function Fu(t){return t==null?NaN:Number(t)}function Ou(t){return tt(t,Yu)}
function Yu(t){return t instanceof Date&&!isNaN(t)?t:typeof t=="string"?pi(t):t==null||isNaN(t=Number(
t))?void 0:new Date(t)}function Ot(t,e){return t===void 0&&(t=e),t===null?[void 0,"none"]:kr(t)?[void 0,
t]:[t,void 0]}function ut(t,e){return t===void 0&&(t=e),t===null||typeof t=="number"?[void 0,t]:[t,void 0]}
function Pu(t,e,n){if(t!=null)return Et(t,e,n)}function Et(t,e,n){let r=`${t}`.toLowerCase();if(!n.includes(
r))throw new Error(`invalid ${e}: ${t}`);return r}function ze(t){return qp(t)?t:ve(t)}function ve(t){
if(t==null||re(t))return t;if(zp(t))return Ru(t);if(Ap(t))switch(t.type){case"FeatureCollection":return t.
features;case"GeometryCollection":return t.geometries;default:return[t]}return Array.from(t)}function Ap(t){
switch(t?.type){case"FeatureCollection":case"GeometryCollection":case"Feature":case"LineString":case"\
MultiLineString":case"MultiPoint":case"MultiPolygon":case"Point":case"Polygon":case"Sphere":return!0;default:
return!1}}function tt(t,e,n=Array){return t==null?t:t instanceof n?t.map(e):n.from(t,e)}function an(t,e=Array){
return t instanceof e?t.slice():e.from(t)}function Bu({x:t,x1:e,x2:n}){return t!==void 0||e!==void 0||
n!==void 0}function qu({y:t,y1:e,y2:n}){return t!==void 0||e!==void 0||n!==void 0}function zu(t){return Bu(
t)||qu(t)||t.interval!==void 0}function ie(t){return t?.toString===Rw}function _r(t){return ie(t)&&(t.
type!==void 0||t.domain!==void 0)}function vr(t){return ie(t)&&typeof t.transform!="function"}function sn(t){
return vr(t)&&t.value===void 0&&t.channel===void 0}function Xu(t,e,n,r=et){return e===void 0&&n===void 0?
(e=0,n=t===void 0?r:t):e===void 0?e=t===void 0?0:t:n===void 0&&(n=t===void 0?0:t),[e,n]}function Me(t,e){
return t===void 0&&e===void 0?[vo,yi]:[t,e]}function Mr({z:t,fill:e,stroke:n}={}){return t===void 0&&
([t]=Ot(e)),t===void 0&&([t]=Ot(n)),t}function un(t){return re(t)?t.length:t?.numRows}function Rt(t){
let e=un(t),n=new Uint32Array(e);for(let r=0;r<e;++r)n[r]=r;return n}function Mo(t,e){return re(t)?tt(
e,n=>t[n],t.constructor):tt(e,n=>t.at(n))}function Np(t,e,n){return t.subarray?t.subarray(e,n):t.slice(e,n)}function Kt(t){return t!==null&&typeof t==
"object"?t.valueOf():t}function Ip(t,e){if(e[t]!==void 0)return e[t];switch(t){case"x1":case"x2":t="\
x";break;case"y1":case"y2":t="y";break}return e[t]}function Sr(t){let e;return[{transform:()=>e,label:oe(
t)},n=>e=n]}function Qt(t){return t==null?[t]:Sr(t)}function oe(t,e){return typeof t=="string"?t:t&&
t.label!==void 0?t.label:e}function Tr(t,e){return{transform(n){let r=t.transform(n),i=e.transform(n);
return ct(r)||ct(i)?tt(r,(o,a)=>new Date((+r[a]+ +i[a])/2)):tt(r,(o,a)=>(+r[a]+ +i[a])/2,Float64Array)},
label:t.label}}function xi(t,e){let n=Uu(e?.interval,e?.type);return n?tt(t,n):t}function Uu(t,e){let n=So(
t,e);return n&&(r=>Zt(r)?n.floor(r):r)}function So(t,e){if(t!=null){if(typeof t=="number")return Yw(
t);if(typeof t=="string")return(e==="time"?Au:gi)(t);if(typeof t.floor!="function")throw new Error("\
invalid interval; missing floor method");if(typeof t.offset!="function")throw new Error("invalid int\
erval; missing offset method");return t}}function Yw(t){t=+t,0<t&&t<1&&Number.isInteger(1/t)&&(t=-1/
t);let e=Math.abs(t);return t<0?{floor:n=>Math.floor(n*e)/e,offset:(n,r=1)=>(n*e+Math.floor(r))/e,range:(n,r)=>Vr(
Math.ceil(n*e),r*e).map(i=>i/e)}:{floor:n=>Math.floor(n/e)*e,offset:(n,r=1)=>n+e*Math.floor(r),range:(n,r)=>Vr(
Math.ceil(n/e),r/e).map(i=>i*e)}}function Se(t,e){if(t=So(t,e),t&&typeof t.range!="function")throw new Error(
"invalid interval: missing range method");return t}function Dp(t,e){if(t=Se(t,e),t&&typeof t.ceil!="\
function")throw new Error("invalid interval: missing ceil method");return t}function Ep(t){return ln(
t)&&typeof t?.floor=="function"&&t.floor()instanceof Date}function ln(t){return typeof t?.range=="fu\
nction"}function Te(t){return t===void 0||vr(t)?t:{value:t}}function Rp(t){return t==null?null:{transform:e=>st(
e,t,Float64Array),label:oe(t)}}function Yt(t){return t&&typeof t[Symbol.iterator]=="function"}function To(t){for(let e of t)if(e!=null)
return typeof e!="object"||e instanceof Date}function Wu(t){for(let e of t){if(e==null)continue;let n=typeof e;
return n==="string"||n==="boolean"}}function ct(t){for(let e of t)if(e!=null)return e instanceof Date}
function Lp(t){for(let e of t)if(e!=null)return typeof e=="string"&&isNaN(e)&&pi(e)}function Fp(t){for(let e of t)
if(e!=null){if(typeof e!="string")return!1;if(e.trim())return!isNaN(e)}}function Op(t){for(let e of t)
if(e!=null)return typeof e=="number"}function ko(t,e){let n;for(let r of t)if(r!=null){if(!e(r))return!1;
n=!0}return n}var Pw=new Set("none,currentcolor,transparent,aliceblue,antiquewhite,aqua,aquamarine,a\
zure,beige,bisque,black,blanchedalmond,blue,blueviolet,brown,burlywood,cadetblue,chartreuse,chocolat\
e,coral,cornflowerblue,cornsilk,crimson,cyan,darkblue,darkcyan,darkgoldenrod,darkgray,darkgreen,dark\
grey,darkkhaki,darkmagenta,darkolivegreen,darkorange,darkorchid,darkred,darksalmon,darkseagreen,dark\
slateblue,darkslategray,darkslategrey,darkturquoise,darkviolet,deeppink,deepskyblue,dimgray,dimgrey,\
dodgerblue,firebrick,floralwhite,forestgreen,fuchsia,gainsboro,ghostwhite,gold,goldenrod,gray,green,\
greenyellow,grey,honeydew,hotpink,indianred,indigo,ivory,khaki,lavender,lavenderblush,lawngreen,lemo\
nchiffon,lightblue,lightcoral,lightcyan,lightgoldenrodyellow,lightgray,lightgreen,lightgrey,lightpin\
k,lightsalmon,lightseagreen,lightskyblue,lightslategray,lightslategrey,lightsteelblue,lightyellow,li\
me,limegreen,linen,magenta,maroon,mediumaquamarine,mediumblue,mediumorchid,mediumpurple,mediumseagre\
en,mediumslateblue,mediumspringgreen,mediumturquoise,mediumvioletred,midnightblue,mintcream,mistyros\
e,moccasin,navajowhite,navy,oldlace,olive,olivedrab,orange,orangered,orchid,palegoldenrod,palegreen,\
paleturquoise,palevioletred,papayawhip,peachpuff,peru,pink,plum,powderblue,purple,rebeccapurple,red,\
rosybrown,royalblue,saddlebrown,salmon,sandybrown,seagreen,seashell,sienna,silver,skyblue,slateblue,\
slategray,slategrey,snow,springgreen,steelblue,tan,teal,thistle,tomato,turquoise,violet,wheat,white,\
whitesmoke,yellow".split(","));function kr(t){return typeof t!="string"?!1:(t=t.toLowerCase().trim(),
/^#[0-9a-f]{3,8}$/.test(t)||/^(?:url|var|rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color|color-mix)\(.*\)$/.
test(t)||Pw.has(t))}function Yp(t){return typeof t=="number"&&(0<=t&&t<=1||isNaN(t))}function Mt(t){
return t==null||Bn(t)}function Bn(t){return/^\s*none\s*$/i.test(t)}function Pp(t){return/^\s*round\s*$/i.
test(t)}function $o(t,e){return Pu(t,e,["middle","top-left","top","top-right","right","bottom-right",
"bottom","bottom-left","left"])}function cn(t="middle"){return $o(t,"frameAnchor")}function Bp(t={},...e){
let n=t;for(let r of e)for(let i in r)if(n[i]===void 0){let o=r[i];n===t?n={...n,[i]:o}:n[i]=o}return n}
function Bw(t){console.warn("named iterables are deprecated; please use an object instead");let e=new Set;
return Object.fromEntries(Array.from(t,n=>{let{name:r}=n;if(r==null)throw new Error("missing name");
let i=`${r}`;if(i==="__proto__")throw new Error(`illegal name: ${i}`);if(e.has(i))throw new Error(`d\
uplicate name: ${i}`);return e.add(i),[r,n]}))}function Gu(t){return Yt(t)?Bw(t):t}function Co(t){return t===
!0?t="frame":t===!1?t=null:!Ap(t)&&t!=null&&(t=Et(t,"clip",["frame","sphere"]),t==="sphere"&&(t={type:"\
Sphere"})),t}function qp(t){return t&&typeof t.getChild=="function"&&typeof t.toArray=="function"&&t.
schema&&Array.isArray(t.schema.fields)}function zp(t){return t&&typeof t.toArray=="function"&&t.type}
function qw(t){return t&&(t.typeId===8||t.typeId===10)&&t.unit===1}var Jt=Symbol("position"),Xt=Symbol("color"),qn=Symbol("radius"),zn=Symbol("length"),Xn=Symbol("opac\
ity"),$r=Symbol("symbol"),Xp=Symbol("projection"),nt=new Map([["x",Jt],["y",Jt],["fx",Jt],["fy",Jt],
["r",qn],["color",Xt],["opacity",Xn],["symbol",$r],["length",zn],["projection",Xp]]);function Up(t){
return t===Jt||t===Xp}function Wp(t){return t===Jt||t===qn||t===zn||t===Xn}var zw=Math.sqrt(3),Xw=2/zw,Uw={draw(t,e){let n=Math.sqrt(e/Math.PI),r=n*Xw,i=r/2;t.moveTo(0,r),t.lineTo(
n,i),t.lineTo(n,-i),t.lineTo(0,-r),t.lineTo(-n,-i),t.lineTo(-n,i),t.closePath()}},Hu=new Map([["aste\
risk",lu],["circle",Fn],["cross",cu],["diamond",fu],["diamond2",hu],["hexagon",Uw],["plus",mu],["squ\
are",pu],["square2",du],["star",gu],["times",wu],["triangle",yu],["triangle2",xu],["wye",bu]]);function Vu(t){
return t&&typeof t.draw=="function"}function Gp(t){return Vu(t)?!0:typeof t!="string"?!1:Hu.has(t.toLowerCase())}
function Cr(t){if(t==null||Vu(t))return t;let e=Hu.get(`${t}`.toLowerCase());if(e)return e;throw new Error(
`invalid symbol: ${t}`)}function Hp(t){if(t==null||Vu(t))return[void 0,t];if(typeof t=="string"){let e=Hu.
get(`${t}`.toLowerCase());if(e)return[void 0,e]}return[t,void 0]}function Un({filter:t,sort:e,reverse:n,transform:r,initializer:i,...o}={},a){if(r===void 0&&(t!=null&&
(r=Vp(t)),e!=null&&!sn(e)&&(r=ju(r,Ku(e))),n&&(r=ju(r,jp))),a!=null&&i!=null)throw new Error("transf\
orms cannot be applied after initializers");return{...o,...(e===null||sn(e))&&{sort:e},transform:ju(
r,a)}}function Xe({filter:t,sort:e,reverse:n,initializer:r,...i}={},o){return r===void 0&&(t!=null&&
(r=Vp(t)),e!=null&&!sn(e)&&(r=Zu(r,Ku(e))),n&&(r=Zu(r,jp))),{...i,...(e===null||sn(e))&&{sort:e},initializer:Zu(
r,o)}}function ju(t,e){return t==null?e===null?void 0:e:e==null?t===null?void 0:t:function(n,r,i){return{
data:n,facets:r}=t.call(this,n,r,i),e.call(this,ze(n),r,i)}}function Zu(t,e){return t==null?e===null?
void 0:e:e==null?t===null?void 0:t:function(n,r,i,...o){let a,s,u,l,c,f;return{data:s=n,facets:u=r,channels:a}=
t.call(this,n,r,i,...o),{data:c=s,facets:f=u,channels:l}=e.call(this,s,u,{...i,...a},...o),{data:c,facets:f,
channels:{...a,...l}}}}function Ww(t,e){return(t.initializer!=null?Xe:Un)(t,e)}function Vp(t){return(e,n)=>{let r=st(e,t);return{data:e,facets:n.map(i=>i.filter(o=>r[o]))}}}function jp(t,e){return{data:t,facets:e.map(n=>n.slice().reverse())}}function Zp(t,{sort:e,...n}={}){return{...(vr(t)&&t.channel!==void 0?Xe:Ww)(n,Ku(t)),sort:sn(e)?e:null}}
function Ku(t){return(typeof t=="function"&&t.length!==1?Gw:Hw)(t)}function Gw(t){return(e,n)=>{let r=re(
e)?(i,o)=>t(e[i],e[o]):(i,o)=>t(e.get(i),e.get(o));return{data:e,facets:n.map(i=>i.slice().sort(r))}}}
function Hw(t){let e,n;({channel:e,value:t,order:n}={...Te(t)});let r=e?.startsWith("-");if(r&&(e=e.
slice(1)),n===void 0&&(n=r?On:At),typeof n!="function")switch(`${n}`.toLowerCase()){case"ascending":
n=At;break;case"descending":n=On;break;default:throw new Error(`invalid order: ${n}`)}return(i,o,a)=>{
let s;if(e===void 0)s=st(i,t);else{if(a===void 0)throw new Error("channel sort requires an initializ\
er");if(s=a[e],!s)return{};s=s.value}let u=(l,c)=>n(s[l],s[c]);return{data:i,facets:o.map(l=>l.slice().
sort(u))}}}function wi(t,...e){for(let{name:n}of t)if(e.includes(n))return!0;return!1}function Jp(t,e,n=Qu){let r=Object.
entries(t);return e.title!=null&&t.title===void 0&&r.push(["title",Qw]),e.href!=null&&t.href===void 0&&
r.push(["href",Ao]),r.filter(([,i])=>i!==void 0).map(([i,o])=>o===null?Vw(i):n(i,o,e))}function Qu(t,e,n,r=Ju){
let i;ie(e)&&"reduce"in e&&(i=e.scale,e=e.reduce);let o=r(t,e,n),[a,s]=Sr(o.label),u;return{name:t,output:i===
void 0?a:{value:a,scale:i},initialize(l){o.initialize(l),u=s([])},scope(l,c){o.scope(l,c)},reduce(l,c){
u.push(o.reduce(l,c))}}}function Vw(t){return{name:t,initialize(){},scope(){},reduce(){}}}function Ju(t,e,n,r=_i){
let i=Ip(t,n),o=r(e,i),a,s;return{label:oe(o===bi?null:i,o.label),initialize(u){a=i===void 0?u:st(u,
i),o.scope==="data"&&(s=o.reduceIndex(Rt(u),a))},scope(u,l){o.scope===u&&(s=o.reduceIndex(l,a))},reduce(u,l){
return o.scope==null?o.reduceIndex(u,a,l):o.reduceIndex(u,a,s,l)}}}function tl(t,e){return e?yn(t,n=>e[n]):
[[,t]]}function _i(t,e,n=jw){if(t==null)return n(t);if(typeof t.reduceIndex=="function")return t;if(typeof t.
reduce=="function"&&ie(t))return Zw(t);if(typeof t=="function")return Kw(t);if(/^p\d{2}$/i.test(t))return Ue(
Cp(t));switch(`${t}`.toLowerCase()){case"first":return Ao;case"last":return Jw;case"identity":return el;case"\
count":return bi;case"distinct":return t_;case"sum":return e==null?bi:e_;case"proportion":return Qp(
e,"data");case"proportion-facet":return Qp(e,"facet");case"deviation":return Ue(va);case"min":return Ue(
Wt);case"min-index":return Ue(Ic);case"max":return Ue(Nt);case"max-index":return Ue(Nc);case"mean":return Kp(
Lc);case"median":return Kp(Hr);case"variance":return Ue(_a);case"mode":return Ue(Fc)}return n(t)}function jw(t){
throw new Error(`invalid reduce: ${t}`)}function td(t,e){for(let n in e){let r=e[n];if(r!==void 0&&!t.some(i=>i.name===n))return r}}function ed(t,e,n){
if(e){let r=e.output.transform(),i=(o,a)=>At(r[o],r[a]);t.forEach(o=>o.sort(i))}n&&t.forEach(r=>r.reverse())}
function Zw(t){return console.warn("deprecated reduce interface; implement reduceIndex instead."),{...t,
reduceIndex:t.reduce.bind(t)}}function Kw(t){return{reduceIndex(e,n,r){return t(Mo(n,e),r)}}}function Ue(t){
return{reduceIndex(e,n){return t(e,r=>n[r])}}}function Kp(t){return{reduceIndex(e,n){let r=t(e,i=>n[i]);
return ct(n)?new Date(r):r}}}var el={reduceIndex(t,e){return Mo(e,t)}},Ao={reduceIndex(t,e){return e[t[0]]}},
Qw={reduceIndex(t,e){let r=Jn(De(t,o=>o.length,o=>e[o]),yi),i=r.slice(-5).reverse();if(i.length<r.length){
let o=r.slice(0,-4);i[4]=[`\u2026 ${o.length.toLocaleString("en-US")} more`,te(o,yi)]}return i.map(([
o,a])=>`${o} (${a.toLocaleString("en-US")})`).join(`
`)}},Jw={reduceIndex(t,e){return e[t[t.length-1]]}},bi={label:"Frequency",reduceIndex(t){return t.length}},
t_={label:"Distinct",reduceIndex(t,e){let n=new ue;for(let r of t)n.add(e[r]);return n.size}},e_=Ue(
te);function Qp(t,e){return t==null?{scope:e,label:"Frequency",reduceIndex:(n,r,i=1)=>n.length/i}:{scope:e,
reduceIndex:(n,r,i=1)=>te(n,o=>r[o])/i}}var nd={reduceIndex(t,e,{z:n}){return n}};function Ar(t,{scale:e,type:n,value:r,filter:i,hint:o,label:a=oe(r)},s){return o===void 0&&typeof r?.
transform=="function"&&(o=r.hint),rl(s,{scale:e,type:n,value:st(t,r),label:a,filter:i,hint:o})}function id(t,e){
return Object.fromEntries(Object.entries(t).map(([n,r])=>[n,Ar(e,r,n)]))}function od(t,e){let n=Object.
fromEntries(Object.entries(t).map(([r,{scale:i,value:o}])=>{let a=i==null?null:e[i];return[r,a==null?
o:tt(o,a)]}));return n.channels=t,n}function rl(t,e){let{scale:n,value:r}=e;if(n===!0||n==="auto")switch(t){case"\
fill":case"stroke":case"color":e.scale=n!==!0&&ko(r,kr)?null:"color",e.defaultScale="color";break;case"\
fillOpacity":case"strokeOpacity":case"opacity":e.scale=n!==!0&&ko(r,Yp)?null:"opacity",e.defaultScale=
"opacity";break;case"symbol":n!==!0&&ko(r,Gp)?(e.scale=null,e.value=tt(r,Cr)):e.scale="symbol",e.defaultScale=
"symbol";break;default:e.scale=nt.has(t)?t:null;break}else if(n===!1)e.scale=null;else if(n!=null&&!nt.
has(n))throw new Error(`unknown scale: ${n}`);return e}function ad(t,e,n,r,i){let{order:o,reverse:a,
reduce:s=!0,limit:u}=i;for(let l in i){if(!nt.has(l))continue;let{value:c,order:f=o,reverse:h=a,reduce:m=s,
limit:d=u}=Te(i[l]),p=c?.startsWith("-");if(p&&(c=c.slice(1)),f=f===void 0?p!==(c==="width"||c==="he\
ight")?ud:sd:i_(f),m==null||m===!1)continue;let x=l==="fx"||l==="fy"?r_(e,r[l]):n_(n,l);if(!x)throw new Error(
`missing channel for scale: ${l}`);let g=x.value,[y=0,v=1/0]=Yt(d)?d:d<0?[d]:[0,d];if(c==null)x.domain=
()=>{let b=Array.from(new ue(g));return h&&(b=b.reverse()),(y!==0||v!==1/0)&&(b=b.slice(y,v)),b};else{
let b=c==="data"?t:c==="height"?rd(n,"y1","y2"):c==="width"?rd(n,"x1","x2"):nl(n,c,c==="y"?"y2":c===
"x"?"x2":void 0),S=_i(m===!0?"max":m,b);x.domain=()=>{let w=$c(Rt(g),_=>S.reduceIndex(_,b),_=>g[_]);
return f&&w.sort(f),h&&w.reverse(),(y!==0||v!==1/0)&&(w=w.slice(y,v)),w.map(vo)}}}}function n_(t,e){
for(let n in t){let r=t[n];if(r.scale===e)return r}}function r_(t,e){let n=t.original;if(n===t)return e;
let r=e.value,i=e.value=[];for(let o=0;o<n.length;++o){let a=r[n[o][0]];for(let s of t[o])i[s]=a}return e}
function rd(t,e,n){let r=nl(t,e),i=nl(t,n);return tt(i,(o,a)=>Math.abs(o-r[a]),Float64Array)}function nl(t,e,n){
let r=t[e];if(!r&&n!==void 0&&(r=t[n]),r)return r.value;throw new Error(`missing channel: ${e}`)}function i_(t){
if(t==null||typeof t=="function")return t;switch(`${t}`.toLowerCase()){case"ascending":return sd;case"\
descending":return ud}throw new Error(`invalid order: ${t}`)}function sd([t,e],[n,r]){return At(e,r)||
At(t,n)}function ud([t,e],[n,r]){return On(e,r)||At(t,n)}function il(t,e){let n=t[e];if(n){for(;n.source;)
n=n.source;return n.source===null?null:n}}var md=new Map([["accent",Xh],["category10",Vh],["dark2",jh],["observable10",Jh],["paired",rm],["pas\
tel1",im],["pastel2",om],["set1",gm],["set2",ym],["set3",xm],["tableau10",wm]]);function pd(t){return t!=
null&&md.has(`${t}`.toLowerCase())}var ld=new Map([...md,["brbg",We(Wh,_s)],["prgn",We(nm,Rs)],["piy\
g",We(am,Ls)],["puor",We(lm,Ps)],["rdbu",We(nu,ci)],["rdgy",We(hm,Xs)],["rdylbu",We(ru,fi)],["rdylgn",
We(pm,Ws)],["spectral",We(bm,Vs)],["burd",cd(nu,ci)],["buylrd",cd(ru,fi)],["blues",St(Uh,ws)],["gree\
ns",St(Kh,Cs)],["greys",St(Qh,As)],["oranges",St(em,Es)],["purples",St(fm,qs)],["reds",St(dm,Gs)],["\
turbo",Ge(js)],["viridis",Ge(Zs)],["magma",Ge(Is)],["inferno",Ge(Ns)],["plasma",Ge(Fs)],["cividis",Ge(
Ss)],["cubehelix",Ge(ks)],["warm",Ge(Ks)],["cool",Ge(Ts)],["bugn",St(Gh,vs)],["bupu",St(Hh,Ms)],["gn\
bu",St(Zh,$s)],["orrd",St(tm,Ds)],["pubu",St(sm,Os)],["pubugn",St(um,Ys)],["purd",St(cm,Bs)],["rdpu",
St(mm,Us)],["ylgn",St(_m,Qs)],["ylgnbu",St(vm,Js)],["ylorbr",St(Mm,tu)],["ylorrd",St(Sm,eu)],["rainb\
ow",fd(zs)],["sinebow",fd(Hs)]]);function St(t,e){return({length:n})=>n===1?[t[3][1]]:n===2?[t[3][1],
t[3][2]]:(n=Math.max(3,Math.floor(n)),n>9?It(e,n):t[n])}function We(t,e){return({length:n})=>n===2?[
t[3][0],t[3][2]]:(n=Math.max(3,Math.floor(n)),n>11?It(e,n):t[n])}function cd(t,e){return({length:n})=>n===
2?[t[3][2],t[3][0]]:(n=Math.max(3,Math.floor(n)),n>11?It(r=>e(1-r),n):t[n].slice().reverse())}function Ge(t){
return({length:e})=>It(t,Math.max(2,Math.floor(e)))}function fd(t){return({length:e})=>It(t,Math.floor(
e)+1).slice(0,-1)}function ol(t){let e=`${t}`.toLowerCase();if(!ld.has(e))throw new Error(`unknown o\
rdinal scheme: ${e}`);return ld.get(e)}function vi(t,e){let n=ol(t),r=typeof n=="function"?n({length:e}):
n;return r.length!==e?r.slice(0,e):r}function dd(t,e="greys"){let n=new Set,[r,i]=vi(e,2);for(let o of t)
if(o!=null)if(o===!0)n.add(i);else if(o===!1)n.add(r);else return;return[...n]}var hd=new Map([["brb\
g",_s],["prgn",Rs],["piyg",Ls],["puor",Ps],["rdbu",ci],["rdgy",Xs],["rdylbu",fi],["rdylgn",Ws],["spe\
ctral",Vs],["burd",t=>ci(1-t)],["buylrd",t=>fi(1-t)],["blues",ws],["greens",Cs],["greys",As],["purpl\
es",qs],["reds",Gs],["oranges",Es],["turbo",js],["viridis",Zs],["magma",Is],["inferno",Ns],["plasma",
Fs],["cividis",Ss],["cubehelix",ks],["warm",Ks],["cool",Ts],["bugn",vs],["bupu",Ms],["gnbu",$s],["or\
rd",Ds],["pubugn",Ys],["pubu",Os],["purd",Bs],["rdpu",Us],["ylgnbu",Js],["ylgn",Qs],["ylorbr",tu],["\
ylorrd",eu],["rainbow",zs],["sinebow",Hs]]);function Nr(t){let e=`${t}`.toLowerCase();if(!hd.has(e))
throw new Error(`unknown quantitative scheme: ${e}`);return hd.get(e)}var o_=new Set(["brbg","prgn",
"piyg","puor","rdbu","rdgy","rdylbu","rdylgn","spectral","burd","buylrd"]);function gd(t){return t!=
null&&o_.has(`${t}`.toLowerCase())}var sl=t=>e=>t(1-e),al=[0,1],yd=new Map([["number",pt],["rgb",vn],["hsl",Af],["hcl",Df],["lab",Nf]]);
function ul(t){let e=`${t}`.toLowerCase();if(!yd.has(e))throw new Error(`unknown interpolator: ${e}`);
return yd.get(e)}function Dr(t,e,n,{type:r,nice:i,clamp:o,zero:a,domain:s=kd(t,n),unknown:u,round:l,
scheme:c,interval:f,range:h=nt.get(t)===qn?l_(n,s):nt.get(t)===zn?c_(n,s):nt.get(t)===Xn?al:void 0,interpolate:m=nt.
get(t)===Xt?c==null&&h!==void 0?vn:Nr(c!==void 0?c:r==="cyclical"?"rainbow":"turbo"):l?Qr:pt,reverse:d}){
if(s=xd(s),f=Se(f,r),(r==="cyclical"||r==="sequential")&&(r="linear"),typeof m!="function"&&(m=ul(m)),
d=!!d,h!==void 0){let p=s.length,x=(h=xd(h)).length;if(p!==x){if(m.length===1)throw new Error("inval\
id piecewise interpolator");m=tn(m,h),h=void 0}}if(m.length===1?(d&&(m=sl(m),d=!1),h===void 0&&(h=Float64Array.
from(s,(p,x)=>x/(s.length-1)),h.length===2&&(h=al)),e.interpolate((h===al?zt:Mi)(m))):e.interpolate(
m),a){let[p,x]=Tt(s);(p>0||x<0)&&(s=an(s),(qe(s)||1)===Math.sign(p)?s[0]=0:s[s.length-1]=0)}return d&&
(s=rr(s)),e.domain(s).unknown(u),i&&(e.nice(a_(i,r)),s=e.domain()),h!==void 0&&e.range(h),o&&e.clamp(
o),{type:r,domain:s,range:h,scale:e,interpolate:m,interval:f}}function xd(t){return t=ve(t),t.length>=
2?t:[t[0],t[0]]}function a_(t,e){return t===!0?void 0:typeof t=="number"?t:Dp(t,e)}function bd(t,e,n){
return Dr(t,li(),e,n)}function wd(t,e,n){return ll(t,e,{...n,exponent:.5})}function ll(t,e,{exponent:n=1,
...r}){return Dr(t,hs().exponent(n),e,{...r,type:"pow"})}function _d(t,e,{base:n=10,domain:r=f_(e),...i}){
return Dr(t,cs().base(n),e,{...i,domain:r})}function vd(t,e,{constant:n=1,...r}){return Dr(t,fs().constant(
n),e,r)}function Md(t,e,{range:n,quantiles:r=n===void 0?5:(n=[...n]).length,n:i=r,scheme:o="rdylbu",
domain:a=h_(e),unknown:s,interpolate:u,reverse:l}){return n===void 0&&(n=u!==void 0?It(u,i):nt.get(t)===
Xt?vi(o,i):void 0),a.length>0&&(a=ms(a,n===void 0?{length:i}:n).quantiles()),No(t,e,{domain:a,range:n,
reverse:l,unknown:s})}function Sd(t,e,{range:n,n:r=n===void 0?5:(n=[...n]).length,scheme:i="rdylbu",
domain:o=kd(t,e),unknown:a,interpolate:s,reverse:u}){let[l,c]=Tt(o),f;return n===void 0?(f=Ke(l,c,r),
f[0]<=l&&f.splice(0,1),f[f.length-1]>=c&&f.pop(),r=f.length+1,n=s!==void 0?It(s,r):nt.get(t)===Xt?vi(
i,r):void 0):(f=It(pt(l,c),r+1).slice(1,-1),l instanceof Date&&(f=f.map(h=>new Date(h)))),qe(ve(o))<
0&&f.reverse(),No(t,e,{domain:f,range:n,reverse:u,unknown:a})}function No(t,e,{domain:n=[0],unknown:r,
scheme:i="rdylbu",interpolate:o,range:a=o!==void 0?It(o,n.length+1):nt.get(t)===Xt?vi(i,n.length+1):
void 0,reverse:s}){n=ve(n);let u=qe(n);if(!isNaN(u)&&!s_(n,u))throw new Error(`the ${t} scale has a \
non-monotonic domain`);return s&&(a=rr(a)),{type:"threshold",scale:ps(u<0?rr(n):n,a===void 0?[]:a).unknown(
r),domain:n,range:a}}function s_(t,e){for(let n=1,r=t.length,i=t[0];n<r;++n){let o=Ie(i,i=t[n]);if(o!==
0&&o!==e)return!1}return!0}function Td(t){return{type:"identity",scale:Wp(nt.get(t))?ls():e=>e}}function Ir(t,e=Tu){
return t.length?[Wt(t,({value:n})=>n===void 0?n:Wt(n,e)),Nt(t,({value:n})=>n===void 0?n:Nt(n,e))]:[0,
1]}function kd(t,e){let n=nt.get(t);return(n===qn||n===Xn||n===zn?u_:Ir)(e)}function u_(t){return[0,
t.length?Nt(t,({value:e})=>e===void 0?e:Nt(e,Tu)):1]}function l_(t,e){let n=t.find(({radius:a})=>a!==
void 0);if(n!==void 0)return[0,n.radius];let r=Ne(t,.5,({value:a})=>a===void 0?NaN:Ne(a,.25,Yn)),i=e.
map(a=>3*Math.sqrt(a/r)),o=30/Nt(i);return o<1?i.map(a=>a*o):i}function c_(t,e){let n=Hr(t,({value:o})=>o===
void 0?NaN:Hr(o,Math.abs)),r=e.map(o=>12*o/n),i=60/Nt(r);return i<1?r.map(o=>o*i):r}function f_(t){for(let{
value:e}of t)if(e!==void 0)for(let n of e){if(n>0)return Ir(t,Yn);if(n<0)return Ir(t,gr)}return[1,10]}
function h_(t){let e=[];for(let{value:n}of t)if(n!==void 0)for(let r of n)e.push(r);return e}function Mi(t){
return(e,n)=>r=>t(e+r*(n-e))}var cl=0,fl;function $d(){let t=cl;return cl=0,fl=void 0,t}function Pt(t){t!==fl&&(fl=t,console.warn(
t),++cl)}function Io(t,e,n,r,{type:i,nice:o,clamp:a,domain:s=Ir(r),unknown:u,pivot:l=0,scheme:c,range:f,symmetric:h=!0,
interpolate:m=nt.get(t)===Xt?c==null&&f!==void 0?vn:Nr(c!==void 0?c:"rdbu"):pt,reverse:d}){l=+l,s=ve(
s);let[p,x]=s;if(s.length>2&&Pt(`Warning: the diverging ${t} scale domain contains extra elements.`),
Ie(p,x)<0&&([p,x]=[x,p],d=!d),p=Math.min(p,l),x=Math.max(x,l),typeof m!="function"&&(m=ul(m)),f!==void 0&&
(m=m.length===1?Mi(m)(...f):tn(m,f)),d&&(m=sl(m)),h){let g=n.apply(l),y=g-n.apply(p),v=n.apply(x)-g;
y<v?p=n.invert(g-v):y>v&&(x=n.invert(g+y))}return e.domain([p,l,x]).unknown(u).interpolator(m),a&&e.
clamp(a),o&&e.nice(o),{type:i,domain:[p,x],pivot:l,interpolate:m,scale:e}}function Cd(t,e,n){return Io(
t,gs(),m_,e,n)}function Ad(t,e,n){return hl(t,e,{...n,exponent:.5})}function hl(t,e,{exponent:n=1,...r}){
return Io(t,bs().exponent(n=+n),g_(n),e,{...r,type:"diverging-pow"})}function Nd(t,e,{base:n=10,pivot:r=1,
domain:i=Ir(e,r<0?gr:Yn),...o}){return Io(t,ys().base(n=+n),p_,e,{domain:i,pivot:r,...o})}function Id(t,e,{
constant:n=1,...r}){return Io(t,xs().constant(n=+n),y_(n),e,r)}var m_={apply(t){return t},invert(t){
return t}},p_={apply:Math.log,invert:Math.exp},d_={apply(t){return Math.sign(t)*Math.sqrt(Math.abs(t))},
invert(t){return Math.sign(t)*(t*t)}};function g_(t){return t===.5?d_:{apply(e){return Math.sign(e)*
Math.pow(Math.abs(e),t)},invert(e){return Math.sign(e)*Math.pow(Math.abs(e),1/t)}}}function y_(t){return{
apply(e){return Math.sign(e)*Math.log1p(Math.abs(e/t))},invert(e){return Math.sign(e)*Math.expm1(Math.
abs(e))*t}}}function Dd(t,e,n,r){return Dr(t,e,n,r)}function Ed(t,e,n){return Dd(t,qh(),e,n)}function Rd(t,e,n){
return Dd(t,zh(),e,n)}var Er=Symbol("ordinal");function Fd(t,e,n,{type:r,interval:i,domain:o,range:a,reverse:s,hint:u}){return i=
Se(i,r),o===void 0&&(o=qd(n,i,t)),(r==="categorical"||r===Er)&&(r="ordinal"),s&&(o=rr(o)),o=e.domain(
o).domain(),a!==void 0&&(typeof a=="function"&&(a=a(o)),e.range(a)),{type:r,domain:o,range:a,scale:e,
hint:u,interval:i}}function Od(t,e,{type:n,interval:r,domain:i,range:o,scheme:a,unknown:s,...u}){r=Se(
r,n),i===void 0&&(i=qd(e,r,t));let l;if(nt.get(t)===$r)l=x_(e),o=o===void 0?b_(l):tt(o,Cr);else if(nt.
get(t)===Xt&&(o===void 0&&(n==="ordinal"||n===Er)&&(o=dd(i,a),o!==void 0&&(a=void 0)),a===void 0&&o===
void 0&&(a=n==="ordinal"?"turbo":"observable10"),a!==void 0))if(o!==void 0){let c=Nr(a),f=o[0],h=o[1]-
o[0];o=({length:m})=>It(d=>c(f+h*d),m)}else o=ol(a);if(s===io)throw new Error(`implicit unknown on ${t}\
 scale is not supported`);return Fd(t,ao().unknown(s),e,{...u,type:n,domain:i,range:o,hint:l})}function Yd(t,e,{
align:n=.5,padding:r=.5,...i}){return Bd(Lh().align(n).padding(r),e,i,t)}function Pd(t,e,{align:n=.5,
padding:r=.1,paddingInner:i=r,paddingOuter:o=t==="fx"||t==="fy"?0:r,...a}){return Bd(dr().align(n).paddingInner(
i).paddingOuter(o),e,a,t)}function Bd(t,e,n,r){let{round:i}=n;return i!==void 0&&t.round(i=!!i),t=Fd(
r,t,e,n),t.round=i,t}function qd(t,e,n){let r=new ue;for(let{value:i,domain:o}of t){if(o!==void 0)return o();
if(i!==void 0)for(let a of i)r.add(a)}if(e!==void 0){let[i,o]=Tt(r).map(e.floor,e);return e.range(i,
e.offset(o))}if(r.size>1e4&&nt.get(n)===Jt)throw new Error(`implicit ordinal domain of ${n} scale ha\
s more than 10,000 values`);return Jn(r,At)}function Ld(t,e){let n;for(let{hint:r}of t){let i=r?.[e];
if(i!==void 0){if(n===void 0)n=i;else if(n!==i)return}}return n}function x_(t){return{fill:Ld(t,"fil\
l"),stroke:Ld(t,"stroke")}}function b_(t){return Mt(t.fill)?Xm:zm}function Si(t,{label:e,inset:n=0,insetTop:r=n,insetRight:i=n,insetBottom:o=n,insetLeft:a=n,round:s,nice:u,
clamp:l,zero:c,align:f,padding:h,projection:m,facet:{label:d=e}={},...p}={}){let x={};for(let[g,y]of t){
let v=p[g],b=v_(g,y,{round:nt.get(g)===Jt?s:void 0,nice:u,clamp:l,zero:c,align:f,padding:h,projection:m,
...v});if(b){let{label:S=g==="fx"||g==="fy"?d:e,percent:w,transform:_,inset:T,insetTop:$=T!==void 0?
T:g==="y"?r:0,insetRight:N=T!==void 0?T:g==="x"?i:0,insetBottom:A=T!==void 0?T:g==="y"?o:0,insetLeft:C=T!==
void 0?T:g==="x"?a:0}=v||{};if(_==null)_=void 0;else if(typeof _!="function")throw new Error("invali\
d scale transform; not a function");b.percent=!!w,b.label=S===void 0?w_(y,b):S,b.transform=_,g==="x"||
g==="fx"?(b.insetLeft=+C,b.insetRight=+N):(g==="y"||g==="fy")&&(b.insetTop=+$,b.insetBottom=+A),x[g]=
b}}return x}function pl(t){let e={},n={scales:e};for(let[r,i]of Object.entries(t)){let{scale:o,type:a,
interval:s,label:u}=i;e[r]=k_(i),n[r]=o,o.type=a,s!=null&&(o.interval=s),u!=null&&(o.label=u)}return n}
function Gd(t,e){let{x:n,y:r,fx:i,fy:o}=t,a=i||o?Eo(e):e;i&&zd(i,a),o&&Xd(o,a);let s=i||o?dl(t,e):e;
n&&zd(n,s),r&&Xd(r,s)}function w_(t=[],e){let n;for(let{label:r}of t)if(r!==void 0){if(n===void 0)n=
r;else if(n!==r)return}if(n!==void 0)return!ke(e)&&e.percent&&(n=`${n} (%)`),{inferred:!0,toString:()=>n}}
function Hd(t){return Math.sign(qe(t.domain()))*Math.sign(qe(t.range()))}function Eo(t){let{marginTop:e,
marginRight:n,marginBottom:r,marginLeft:i,width:o,height:a,facet:{marginTop:s,marginRight:u,marginBottom:l,
marginLeft:c}}=t;return{marginTop:Math.max(e,s),marginRight:Math.max(n,u),marginBottom:Math.max(r,l),
marginLeft:Math.max(i,c),width:o,height:a}}function dl({fx:t,fy:e},n){let{marginTop:r,marginRight:i,
marginBottom:o,marginLeft:a,width:s,height:u}=Eo(n);return{marginTop:r,marginRight:i,marginBottom:o,
marginLeft:a,width:t?t.scale.bandwidth()+a+i:s,height:e?e.scale.bandwidth()+r+o:u,facet:{width:s,height:u}}}
function zd(t,e){if(t.range===void 0){let{insetLeft:n,insetRight:r}=t,{width:i,marginLeft:o=0,marginRight:a=0}=e,
s=o+n,u=i-a-r;t.range=[s,Math.max(s,u)],ke(t)||(t.range=jd(t)),t.scale.range(t.range)}Vd(t)}function Xd(t,e){
if(t.range===void 0){let{insetTop:n,insetBottom:r}=t,{height:i,marginTop:o=0,marginBottom:a=0}=e,s=o+
n,u=i-a-r;t.range=[Math.max(s,u),s],ke(t)?t.range.reverse():t.range=jd(t),t.scale.range(t.range)}Vd(
t)}function Vd(t){t.round===void 0&&S_(t)&&__(t)<=30&&t.scale.round(!0)}function __({scale:t}){let e=t.
domain().length,[n,r]=t.range(),i=t.paddingInner?t.paddingInner():1,o=t.paddingOuter?t.paddingOuter():
t.padding(),a=e-i,s=Math.abs(r-n)/Math.max(1,a+o*2);return(s-Math.floor(s))*a}function jd(t){let e=t.
scale.domain().length+gl(t);if(!(e>2))return t.range;let[n,r]=t.range;return Array.from({length:e},(i,o)=>n+
o/(e-1)*(r-n))}function v_(t,e=[],n={}){let r=M_(t,e,n);if(n.type===void 0&&n.domain===void 0&&n.range===void 0&&n.
interval==null&&t!=="fx"&&t!=="fy"&&ke({type:r})){let i=e.map(({value:o})=>o).filter(o=>o!==void 0);
i.some(ct)?Pt(`Warning: some data associated with the ${t} scale are dates. Dates are typically asso\
ciated with a "utc" or "time" scale rather than a "${Rr(r)}" scale. If you are using a bar mark, you\
 probably want a rect mark with the interval option instead; if you are using a group transform, you\
 probably want a bin transform instead. If you want to treat this data as ordinal, you can specify t\
he interval of the ${t} scale (e.g., d3.utcDay), or you can suppress this warning by setting the typ\
e of the ${t} scale to "${Rr(r)}".`):i.some(Lp)?Pt(`Warning: some data associated with the ${t} scal\
e are strings that appear to be dates (e.g., YYYY-MM-DD). If these strings represent dates, you shou\
ld parse them to Date objects. Dates are typically associated with a "utc" or "time" scale rather th\
an a "${Rr(r)}" scale. If you are using a bar mark, you probably want a rect mark with the interval \
option instead; if you are using a group transform, you probably want a bin transform instead. If yo\
u want to treat this data as ordinal, you can suppress this warning by setting the type of the ${t} \
scale to "${Rr(r)}".`):i.some(Fp)&&Pt(`Warning: some data associated with the ${t} scale are strings\
 that appear to be numbers. If these strings represent numbers, you should parse or coerce them to n\
umbers. Numbers are typically associated with a "linear" scale rather than a "${Rr(r)}" scale. If yo\
u want to treat this data as ordinal, you can specify the interval of the ${t} scale (e.g., 1 for in\
tegers), or you can suppress this warning by setting the type of the ${t} scale to "${Rr(r)}".`)}switch(n.
type=r,r){case"diverging":case"diverging-sqrt":case"diverging-pow":case"diverging-log":case"divergin\
g-symlog":case"cyclical":case"sequential":case"linear":case"sqrt":case"threshold":case"quantile":case"\
pow":case"log":case"symlog":n=Do(e,n,_e);break;case"identity":switch(nt.get(t)){case Jt:n=Do(e,n,_e);
break;case $r:n=Do(e,n,T_);break}break;case"utc":case"time":n=Do(e,n,Ou);break}switch(r){case"diverg\
ing":return Cd(t,e,n);case"diverging-sqrt":return Ad(t,e,n);case"diverging-pow":return hl(t,e,n);case"\
diverging-log":return Nd(t,e,n);case"diverging-symlog":return Id(t,e,n);case"categorical":case"ordin\
al":case Er:return Od(t,e,n);case"cyclical":case"sequential":case"linear":return bd(t,e,n);case"sqrt":
return wd(t,e,n);case"threshold":return No(t,e,n);case"quantile":return Md(t,e,n);case"quantize":return Sd(
t,e,n);case"pow":return ll(t,e,n);case"log":return _d(t,e,n);case"symlog":return vd(t,e,n);case"utc":
return Rd(t,e,n);case"time":return Ed(t,e,n);case"point":return Yd(t,e,n);case"band":return Pd(t,e,n);case"\
identity":return Td(t);case void 0:return;default:throw new Error(`unknown scale type: ${r}`)}}function Rr(t){
return typeof t=="symbol"?t.description:t}function Ud(t){return typeof t=="string"?`${t}`.toLowerCase():
t}var Wd={toString:()=>"projection"};function M_(t,e,{type:n,domain:r,range:i,scheme:o,pivot:a,projection:s}){
if(n=Ud(n),t==="fx"||t==="fy")return"band";(t==="x"||t==="y")&&s!=null&&(n=Wd);for(let c of e){let f=Ud(
c.type);if(f!==void 0){if(n===void 0)n=f;else if(n!==f)throw new Error(`scale incompatible with chan\
nel: ${n} !== ${f}`)}}if(n===Wd)return;if(n!==void 0)return n;if(r===void 0&&!e.some(({value:c})=>c!==
void 0))return;let u=nt.get(t);if(u===qn)return"sqrt";if(u===Xn||u===zn)return"linear";if(u===$r)return"\
ordinal";let l=(r??i)?.length;if(l<2||l>2)return ml(u);if(r!==void 0){if(Wu(r))return ml(u);if(ct(r))
return"utc"}else{let c=e.map(({value:f})=>f).filter(f=>f!==void 0);if(c.some(Wu))return ml(u);if(c.some(
ct))return"utc"}if(u===Xt){if(a!=null||gd(o))return"diverging";if(pd(o))return"categorical"}return"l\
inear"}function ml(t){switch(t){case Jt:return"point";case Xt:return Er;default:return"ordinal"}}function ke({type:t}){return t==="ordinal"||t==="point"||t==="band"||t===Er}function gl({type:t}){return t===
"threshold"}function S_({type:t}){return t==="point"||t==="band"}function fn(t){if(t===void 0)return!0;let e=t.domain(),n=t(e[0]);for(let r=1,i=e.length;r<i;++r)if(t(
e[r])-n)return!1;return!0}function Do(t,{domain:e,...n},r){for(let i of t)i.value!==void 0&&(e===void 0&&
(e=i.value?.domain),i.value=r(i.value));return{domain:e===void 0?e:r(e),...n}}function T_(t){return tt(
t,Cr)}function Zd(t){return e=>{if(!nt.has(e=`${e}`))throw new Error(`unknown scale: ${e}`);return t[e]}}function k_({
scale:t,type:e,domain:n,range:r,interpolate:i,interval:o,transform:a,percent:s,pivot:u}){if(e==="ide\
ntity")return{type:"identity",apply:c=>c,invert:c=>c};let l=t.unknown?t.unknown():void 0;return{type:e,
domain:an(n),...r!==void 0&&{range:an(r)},...a!==void 0&&{transform:a},...s&&{percent:s},...l!==void 0&&
{unknown:l},...o!==void 0&&{interval:o},...i!==void 0&&{interpolate:i},...t.clamp&&{clamp:t.clamp()},
...u!==void 0&&{pivot:u,symmetric:!1},...t.base&&{base:t.base()},...t.exponent&&{exponent:t.exponent()},
...t.constant&&{constant:t.constant()},...t.align&&{align:t.align(),round:t.round()},...t.padding&&(t.
paddingInner?{paddingInner:t.paddingInner(),paddingOuter:t.paddingOuter()}:{padding:t.padding()}),...t.
bandwidth&&{bandwidth:t.bandwidth(),step:t.step()},apply:c=>t(c),...t.invert&&{invert:c=>t.invert(c)}}}function Qd(t,e){let{fx:n,fy:r}=Si(t,e),i=n?.scale.domain(),o=r?.scale.domain();return i&&o?vc(i,o).
map(([a,s],u)=>({x:a,y:s,i:u})):i?i.map((a,s)=>({x:a,i:s})):o?o.map((a,s)=>({y:a,i:s})):void 0}function Jd(t,{
x:e,y:n}){return e&&(e=_l(e)),n&&(n=_l(n)),t.filter(e&&n?r=>e.has(r.x)&&n.has(r.y):e?r=>e.has(r.x):r=>n.
has(r.y)).sort(e&&n?(r,i)=>e.get(r.x)-e.get(i.x)||n.get(r.y)-n.get(i.y):e?(r,i)=>e.get(r.x)-e.get(i.
x):(r,i)=>n.get(r.y)-n.get(i.y))}function Lo(t,{fx:e,fy:n}){let r=Rt(t),i=e?.value,o=n?.value;return e&&
n?De(r,a=>(a.fx=i[a[0]],a.fy=o[a[0]],a),a=>i[a],a=>o[a]):e?De(r,a=>(a.fx=i[a[0]],a),a=>i[a]):De(r,a=>(a.
fy=o[a[0]],a),a=>o[a])}function tg(t,e,{marginTop:n,marginLeft:r}){let i=t?({x:a})=>t(a)-r:()=>0,o=e?
({y:a})=>e(a)-n:()=>0;return function(a){this.tagName==="svg"?(this.setAttribute("x",i(a)),this.setAttribute(
"y",o(a))):this.setAttribute("transform",`translate(${i(a)},${o(a)})`)}}function eg(t){let e=[],n=new Uint32Array(
te(t,r=>r.length));for(let r of t){let i=0;for(let o of t)r!==o&&(n.set(o,i),i+=o.length);e.push(n.slice(
0,i))}return e}var $_=new Map([["top",yl],["right",wl],["bottom",xl],["left",bl],["top-left",Ro(yl,bl)],
["top-right",Ro(yl,wl)],["bottom-left",Ro(xl,bl)],["bottom-right",Ro(xl,wl)],["top-empty",A_],["righ\
t-empty",D_],["bottom-empty",N_],["left-empty",I_],["empty",E_]]);function ng(t){if(t==null)return null;
let e=$_.get(`${t}`.toLowerCase());if(e)return e;throw new Error(`invalid facet anchor: ${t}`)}var Kd=new WeakMap;
function _l(t){let e=Kd.get(t);return e||Kd.set(t,e=new Ut(tt(t,(n,r)=>[n,r]))),e}function hn(t,e){return _l(
t).get(e)}function C_(t,e,n){return e=Kt(e),n=Kt(n),t.find(r=>Object.is(Kt(r.x),e)&&Object.is(Kt(r.y),
n))}function Fo(t,e,n){return C_(t,e,n)?.empty}function yl(t,{y:e},{y:n}){return e?hn(e,n)===0:!0}function xl(t,{
y:e},{y:n}){return e?hn(e,n)===e.length-1:!0}function bl(t,{x:e},{x:n}){return e?hn(e,n)===0:!0}function wl(t,{
x:e},{x:n}){return e?hn(e,n)===e.length-1:!0}function A_(t,{y:e},{x:n,y:r,empty:i}){if(i)return!1;if(!e)
return;let o=hn(e,r);if(o>0)return Fo(t,n,e[o-1])}function N_(t,{y:e},{x:n,y:r,empty:i}){if(i)return!1;
if(!e)return;let o=hn(e,r);if(o<e.length-1)return Fo(t,n,e[o+1])}function I_(t,{x:e},{x:n,y:r,empty:i}){
if(i)return!1;if(!e)return;let o=hn(e,n);if(o>0)return Fo(t,e[o-1],r)}function D_(t,{x:e},{x:n,y:r,empty:i}){
if(i)return!1;if(!e)return;let o=hn(e,n);if(o<e.length-1)return Fo(t,e[o+1],r)}function E_(t,e,{empty:n}){
return n}function Ro(t,e){return function(){return t.apply(null,arguments)&&e.apply(null,arguments)}}
function Oo(t,{channels:{fx:e,fy:n},groups:r}){return e&&n?t.map(({x:i,y:o})=>r.get(i)?.get(o)??[]):
e?t.map(({x:i})=>r.get(i)??[]):t.map(({y:i})=>r.get(i)??[])}var rg=Math.PI,He=2*rg,vl=.618;function ig({projection:t,inset:e=0,insetTop:n=e,insetRight:r=e,insetBottom:i=e,
insetLeft:o=e}={},a){if(t==null)return;if(typeof t.stream=="function")return t;let s,u,l="frame";if(ie(
t)){let S;if({type:t,domain:u,inset:S,insetTop:n=S!==void 0?S:n,insetRight:r=S!==void 0?S:r,insetBottom:i=S!==
void 0?S:i,insetLeft:o=S!==void 0?S:o,clip:l=l,...s}=t,t==null)return}typeof t!="function"&&({type:t}=
Ml(t));let{width:c,height:f,marginLeft:h,marginRight:m,marginTop:d,marginBottom:p}=a,x=c-h-m-o-r,g=f-
d-p-n-i;if(t=t?.({width:x,height:g,clip:l,...s}),t==null)return;l=R_(l,h,d,c-m,f-p);let y=h+o,v=d+n,
b;if(u!=null){let[[S,w],[_,T]]=ti(t).bounds(u),$=Math.min(x/(_-S),g/(T-w));$>0?(y-=($*(S+_)-x)/2,v-=
($*(w+T)-g)/2,b=ei({point(N,A){this.stream.point(N*$+y,A*$+v)}})):Pt("Warning: the projection could \
not be fit to the specified domain; using the default scale.")}return b??(b=y===0&&v===0?og():ei({point(S,w){
this.stream.point(S+y,w+v)}})),{stream:S=>t.stream(b.stream(l(S)))}}function Ml(t){switch(`${t}`.toLowerCase()){case"\
albers-usa":return ae(Gf,.7463,.4673);case"albers":return Yo(Wf,.7463,.4673);case"azimuthal-equal-ar\
ea":return ae(Hf,4,4);case"azimuthal-equidistant":return ae(Vf,He,He);case"conic-conformal":return Yo(
jf,He,He);case"conic-equal-area":return Yo(Zf,6.1702,2.9781);case"conic-equidistant":return Yo(Kf,7.312,
3.6282);case"equal-earth":return ae(Qf,5.4133,2.6347);case"equirectangular":return ae(Jf,He,rg);case"\
gnomonic":return ae(th,3.4641,3.4641);case"identity":return{type:og};case"reflect-y":return{type:L_};case"\
mercator":return ae(eh,He,He);case"orthographic":return ae(nh,2,2);case"stereographic":return ae(rh,
2,2);case"transverse-mercator":return ae(ih,He,He);default:throw new Error(`unknown projection type:\
 ${t}`)}}function R_(t,e,n,r,i){if(t===!1||t==null||typeof t=="number")return o=>o;switch(t===!0&&(t=
"frame"),`${t}`.toLowerCase()){case"frame":return oh(e,n,r,i);default:throw new Error(`unknown proje\
ction clip type: ${t}`)}}function ae(t,e,n){return{type:({width:r,height:i,rotate:o,precision:a=.15,
clip:s})=>{let u=t();return a!=null&&u.precision?.(a),o!=null&&u.rotate?.(o),typeof s=="number"&&u.clipAngle?.(
s),r!=null&&(u.scale(Math.min(r/e,i/n)),u.translate([r/2,i/2])),u},aspectRatio:n/e}}function Yo(t,e,n){
let{type:r,aspectRatio:i}=ae(t,e,n);return{type:o=>{let{parallels:a,domain:s,width:u,height:l}=o,c=r(
o);return a!=null&&(c.parallels(a),s===void 0&&u!=null&&c.fitSize([u,l],{type:"Sphere"})),c},aspectRatio:i}}
var og=zt({stream:t=>t}),L_=zt(ei({point(t,e){this.stream.point(t,-e)}}));function ag(t,e,n,r){let i=n[t],
o=n[e],a=i.length,s=n[t]=new Float64Array(a).fill(NaN),u=n[e]=new Float64Array(a).fill(NaN),l,c=r.stream(
{point(f,h){s[l]=f,u[l]=h}});for(l=0;l<a;++l)c.point(i[l],o[l])}function sg({projection:t}={}){return t==
null?!1:typeof t.stream=="function"?!0:(ie(t)&&(t=t.type),t!=null)}function ug(t){if(typeof t?.stream==
"function")return vl;if(ie(t)){let e,n;if({domain:e,type:t,...n}=t,e!=null&&t!=null){let r=typeof t==
"string"?Ml(t).type:t,[[i,o],[a,s]]=ti(r({...n,width:100,height:100})).bounds(e),u=(s-o)/(a-i);return u&&
isFinite(u)?u<.2?.2:u>5?5:u:vl}}if(t!=null){if(typeof t!="function"){let{aspectRatio:e}=Ml(t);if(e)return e}
return vl}}function lg(t){let e=[],n=[],r={scale:"x",value:e},i={scale:"y",value:n},o={point(a,s){e.push(a),n.push(
s)},lineStart(){},lineEnd(){},polygonStart(){},polygonEnd(){},sphere(){}};for(let a of t.value)Uf(a,
o);return[r,i]}function cg({x:t,y:e}){if(t||e)return t??(t=n=>n),e??(e=n=>n),ei({point(n,r){this.stream.
point(t(n),e(r))}})}function Lr(t={}){let{document:e=typeof window<"u"?window.document:void 0,clip:n}=t;return{document:e,
clip:Co(n)}}function K(t,{document:e}){return ee(ir(t).call(e.documentElement))}var Po=Symbol("unset");function Bo(t){return(t.length===1?F_:O_)(t)}function F_(t){let e,n=Po;return r=>(Object.
is(n,r)||(n=r,e=t(r)),e)}function O_(t){let e,n;return(...r)=>((n?.length!==r.length||n.some((i,o)=>!Object.
is(i,r[o])))&&(n=r,e=t(...r)),e)}var Y_=Bo(t=>new Intl.NumberFormat(t)),ik=Bo((t,e)=>new Intl.DateTimeFormat(t,{timeZone:"UTC",...e&&
{month:e}})),ok=Bo((t,e)=>new Intl.DateTimeFormat(t,{timeZone:"UTC",...e&&{weekday:e}}));function P_(t="\
en-US"){let e=Y_(t);return n=>n!=null&&!isNaN(n)?e.format(n):void 0}function B_(t){return bo(t,"Invalid Date")}function q_(t="en-US"){let e=P_(t);return n=>(n instanceof
Date?B_:typeof n=="number"?e:ft)(n)}var $e=q_();var kt=(typeof window<"u"?window.devicePixelRatio>1:typeof it>"u")?0:.5,z_=0;function hg(){return`plot-clip-${++z_}`}function mg(t,{title:e,href:n,ariaLabel:r,ariaDescription:i,ariaHidden:o,target:a,fill:s,fillOpacity:u,
stroke:l,strokeWidth:c,strokeOpacity:f,strokeLinejoin:h,strokeLinecap:m,strokeMiterlimit:d,strokeDasharray:p,
strokeDashoffset:x,opacity:g,mixBlendMode:y,imageFilter:v,paintOrder:b,pointerEvents:S,shapeRendering:w,
channels:_},{ariaLabel:T,fill:$="currentColor",fillOpacity:N,stroke:A="none",strokeOpacity:C,strokeWidth:X,
strokeLinecap:Y,strokeLinejoin:U,strokeMiterlimit:Q,paintOrder:ot}){$===null&&(s=null,u=null),A===null&&
(l=null,f=null),Mt($)?!Mt(A)&&(!Mt(s)||_?.fill)&&(A="none"):Mt(A)&&(!Mt(l)||_?.stroke)&&($="none");let[
W,I]=Ot(s,$),[R,P]=ut(u,N),[B,F]=Ot(l,A),[H,J]=ut(f,C),[G,E]=ut(g);Bn(F)||(c===void 0&&(c=X),m===void 0&&
(m=Y),h===void 0&&(h=U),d===void 0&&!Pp(h)&&(d=Q),!Bn(I)&&b===void 0&&(b=ot));let[z,k]=ut(c);return $!==
null&&(t.fill=lt(I,"currentColor"),t.fillOpacity=Ti(P,1)),A!==null&&(t.stroke=lt(F,"none"),t.strokeWidth=
Ti(k,1),t.strokeOpacity=Ti(J,1),t.strokeLinejoin=lt(h,"miter"),t.strokeLinecap=lt(m,"butt"),t.strokeMiterlimit=
Ti(d,4),t.strokeDasharray=lt(p,"none"),t.strokeDashoffset=lt(x,"0")),t.target=ft(a),t.ariaLabel=ft(T),
t.ariaDescription=ft(i),t.ariaHidden=ft(o),t.opacity=Ti(E,1),t.mixBlendMode=lt(y,"normal"),t.imageFilter=
lt(v,"none"),t.paintOrder=lt(b,"normal"),t.pointerEvents=lt(S,"auto"),t.shapeRendering=lt(w,"auto"),
{title:{value:e,optional:!0,filter:null},href:{value:n,optional:!0,filter:null},ariaLabel:{value:r,optional:!0,
filter:null},fill:{value:W,scale:"auto",optional:!0},fillOpacity:{value:R,scale:"auto",optional:!0},
stroke:{value:B,scale:"auto",optional:!0},strokeOpacity:{value:H,scale:"auto",optional:!0},strokeWidth:{
value:z,optional:!0},opacity:{value:G,scale:"auto",optional:!0}}}function X_(t,e){e&&t.filter(n=>mi(
e[n])).append("title").call(W_,e)}function U_(t,e){e&&t.filter(([n])=>mi(e[n])).append("title").call(
G_,e)}function W_(t,e){e&&t.text(n=>$e(e[n]))}function G_(t,e){e&&t.text(([n])=>$e(e[n]))}function Bt(t,{
target:e,tip:n},{ariaLabel:r,title:i,fill:o,fillOpacity:a,stroke:s,strokeOpacity:u,strokeWidth:l,opacity:c,
href:f}){r&&q(t,"aria-label",h=>r[h]),o&&q(t,"fill",h=>o[h]),a&&q(t,"fill-opacity",h=>a[h]),s&&q(t,"\
stroke",h=>s[h]),u&&q(t,"stroke-opacity",h=>u[h]),l&&q(t,"stroke-width",h=>l[h]),c&&q(t,"opacity",h=>c[h]),
f&&pg(t,h=>f[h],e),n||X_(t,i)}function qo(t,{target:e,tip:n},{ariaLabel:r,title:i,fill:o,fillOpacity:a,
stroke:s,strokeOpacity:u,strokeWidth:l,opacity:c,href:f}){r&&q(t,"aria-label",([h])=>r[h]),o&&q(t,"f\
ill",([h])=>o[h]),a&&q(t,"fill-opacity",([h])=>a[h]),s&&q(t,"stroke",([h])=>s[h]),u&&q(t,"stroke-opa\
city",([h])=>u[h]),l&&q(t,"stroke-width",([h])=>l[h]),c&&q(t,"opacity",([h])=>c[h]),f&&pg(t,([h])=>f[h],
e),n||U_(t,i)}function H_({ariaLabel:t,title:e,fill:n,fillOpacity:r,stroke:i,strokeOpacity:o,strokeWidth:a,
opacity:s,href:u},{tip:l}){return[t,l?void 0:e,n,r,i,o,a,s,u].filter(c=>c!==void 0)}function V_(t,e,n){
let r=yn(t,i=>e[i]);return n===void 0&&r.size>1+t.length>>1&&Pt("Warning: the implicit z channel has\
 high cardinality. This may occur when the fill or stroke channel is associated with quantitative da\
ta rather than ordinal or categorical data. You can suppress this warning by setting the z option ex\
plicitly; if this data represents a single series, set z to null."),r.values()}function*zo(t,e,n,r){
let{z:i}=n,{z:o}=r,a=H_(r,n),s=[...e,...a];for(let u of o?V_(t,o,i):[t]){let l,c;t:for(let f of u){for(let h of s)
if(!Zt(h[f])){c&&c.push(-1);continue t}if(l===void 0){c&&(yield c),l=a.map(h=>Kt(h[f])),c=[f];continue}
c.push(f);for(let h=0;h<a.length;++h)if(Kt(a[h][f])!==l[h]){yield c,l=a.map(d=>Kt(d[f])),c=[f];continue t}}
c&&(yield c)}}function j_(t,e,n,r){let i,{clip:o=r.clip}=e;o==="frame"?(t=K("svg:g",r).each(function(){
this.appendChild(t.node()),t.node=()=>this}),i=K_(r,n)):o&&(i=J_(o,r)),q(t,"aria-label",e.ariaLabel),
q(t,"aria-description",e.ariaDescription),q(t,"aria-hidden",e.ariaHidden),q(t,"clip-path",i)}function Z_(t){
let e=new WeakMap;return(n,r)=>{let i=e.get(n);if(!i){let o=hg();ee(n.ownerSVGElement).append("clipP\
ath").attr("id",o).call(t,n,r),e.set(n,i=`url(#${o})`)}return i}}var K_=Z_((t,e,n)=>{let{width:r,height:i,
marginLeft:o,marginRight:a,marginTop:s,marginBottom:u}=n;t.append("rect").attr("x",o).attr("y",s).attr(
"width",r-a-o).attr("height",i-s-u)}),fg=new WeakMap,Q_={type:"Sphere"};function J_(t,e){let n,r;if((n=
fg.get(e))||fg.set(e,n=new WeakMap),t.type==="Sphere"&&(t=Q_),!(r=n.get(t))){let i=hg();ee(e.ownerSVGElement).
append("clipPath").attr("id",i).append("path").attr("d",e.path()(t)),n.set(t,r=`url(#${i})`)}return r}
function yt(t,e,n,r){j_(t,e,n,r),q(t,"class",e.className),q(t,"fill",e.fill),q(t,"fill-opacity",e.fillOpacity),
q(t,"stroke",e.stroke),q(t,"stroke-width",e.strokeWidth),q(t,"stroke-opacity",e.strokeOpacity),q(t,"\
stroke-linejoin",e.strokeLinejoin),q(t,"stroke-linecap",e.strokeLinecap),q(t,"stroke-miterlimit",e.strokeMiterlimit),
q(t,"stroke-dasharray",e.strokeDasharray),q(t,"stroke-dashoffset",e.strokeDashoffset),q(t,"shape-ren\
dering",e.shapeRendering),q(t,"filter",e.imageFilter),q(t,"paint-order",e.paintOrder);let{pointerEvents:i=r.
pointerSticky===!1?"none":void 0}=e;q(t,"pointer-events",i)}function mt(t,e){tv(t,"mix-blend-mode",e.
mixBlendMode),q(t,"opacity",e.opacity)}function pg(t,e,n){t.each(function(r){let i=e(r);if(i!=null){
let o=this.ownerDocument.createElementNS(Qe.svg,"a");o.setAttribute("fill","inherit"),o.setAttributeNS(
Qe.xlink,"href",i),n!=null&&o.setAttribute("target",n),this.parentNode.insertBefore(o,this).appendChild(
this)}})}function q(t,e,n){n!=null&&t.attr(e,n)}function tv(t,e,n){n!=null&&t.style(e,n)}function xt(t,e,{
x:n,y:r},i=kt,o=kt){i+=e.dx,o+=e.dy,n?.bandwidth&&(i+=n.bandwidth()/2),r?.bandwidth&&(o+=r.bandwidth()/
2),(i||o)&&t.attr("transform",`translate(${i},${o})`)}function lt(t,e){if((t=ft(t))!==e)return t}function Ti(t,e){
if((t=ht(t))!==e)return t}var ev=/^-?([_a-z]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])([_a-z0-9-]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])*$/i;
function Fr(t){if(t===void 0)return"plot-d6a7b5";if(t=`${t}`,!ev.test(t))throw new Error(`invalid cl\
ass name: ${t}`);return t}function Or(t,e){if(typeof e=="string")t.property("style",e);else if(e!=null)
for(let n of t)Object.assign(n.style,e)}function Ce({frameAnchor:t},{width:e,height:n,marginTop:r,marginRight:i,
marginBottom:o,marginLeft:a}){return[/left$/.test(t)?a:/right$/.test(t)?e-i:(a+e-i)/2,/^top/.test(t)?
r:/^bottom/.test(t)?n-o:(r+n-o)/2]}var rt=class{constructor(e,n={},r={},i){let{facet:o="auto",facetAnchor:a,fx:s,fy:u,sort:l,dx:c=0,dy:f=0,
margin:h=0,marginTop:m=h,marginRight:d=h,marginBottom:p=h,marginLeft:x=h,className:g,clip:y=i?.clip,
channels:v,tip:b,render:S}=r;if(this.data=e,this.sort=sn(l)?l:null,this.initializer=Xe(r).initializer,
this.transform=this.initializer?r.transform:Un(r).transform,o===null||o===!1?this.facet=null:(this.facet=
Et(o===!0?"include":o,"facet",["auto","include","exclude","super"]),this.fx=e===wr&&typeof s=="strin\
g"?[s]:s,this.fy=e===wr&&typeof u=="string"?[u]:u),this.facetAnchor=ng(a),n=Gu(n),v!==void 0&&(n={...nv(
v),...n}),i!==void 0&&(n={...mg(this,r,i),...n}),this.channels=Object.fromEntries(Object.entries(n).
map(([w,_])=>{if(vr(_.value)){let{value:T,label:$=_.label,scale:N=_.scale}=_.value;_={..._,label:$,scale:N,
value:T}}if(e===wr&&typeof _.value=="string"){let{value:T}=_;_={..._,value:[T]}}return[w,_]}).filter(
([w,{value:_,optional:T}])=>{if(_!=null)return!0;if(T)return!1;throw new Error(`missing channel valu\
e: ${w}`)})),this.dx=+c,this.dy=+f,this.marginTop=+m,this.marginRight=+d,this.marginBottom=+p,this.marginLeft=
+x,this.clip=Co(y),this.tip=rv(b),this.className=ft(g),this.facet==="super"){if(s||u)throw new Error(
"super-faceting cannot use fx or fy");for(let w in this.channels){let{scale:_}=n[w];if(!(_!=="x"&&_!==
"y"))throw new Error("super-faceting cannot use x or y")}}S!=null&&(this.render=Tl(S,this.render))}initialize(e,n,r){
let i=ze(this.data);e===void 0&&i!=null&&(e=[Rt(i)]);let o=e;this.transform!=null&&({facets:e,data:i}=
this.transform(i,e,r),i=ze(i)),e!==void 0&&(e.original=o);let a=id(this.channels,i);return this.sort!=
null&&ad(i,e,a,n,this.sort),{data:i,facets:e,channels:a}}filter(e,n,r){for(let i in n){let{filter:o=Zt}=n[i];
if(o!==null){let a=r[i];e=e.filter(s=>o(a[s]))}}return e}project(e,n,r){for(let i in e)if(e[i].scale===
"x"&&/^x|x$/.test(i)){let o=i.replace(/^x|x$/,"y");o in e&&e[o].scale==="y"&&ag(i,o,n,r.projection)}}scale(e,n,r){
let i=od(e,n);return r.projection&&this.project(e,i,r),i}};function Sl(...t){return t.plot=rt.prototype.
plot,t}function Tl(t,e){if(t==null)return e===null?void 0:e;if(e==null)return t===null?void 0:t;if(typeof t!=
"function")throw new TypeError(`invalid render transform: ${t}`);if(typeof e!="function")throw new TypeError(
`invalid render transform: ${e}`);return function(n,r,i,o,a,s){return t.call(this,n,r,i,o,a,(u,l,c,f,h)=>e.
call(this,u,l,c,f,h,s))}}function nv(t){return Object.fromEntries(Object.entries(Gu(t)).map(([e,n])=>(n=
typeof n=="string"?{value:n,label:e}:Te(n),n.filter===void 0&&n.scale==null&&(n={...n,filter:null}),
[e,n])))}function rv(t){return t===!0?"xy":t===!1||t==null?null:typeof t=="string"?Et(t,"tip",["x","\
y","xy"]):t}function mn(t,e){return t?.tip===!0?{...t,tip:e}:ie(t?.tip)&&t.tip.pointer===void 0?{...t,
tip:{...t.tip,pointer:e}}:t}function gg(t,e,n={}){let r=.5-kt,i=.5+kt,o=.5+kt,a=.5-kt;for(let{marginTop:p,marginRight:x,marginBottom:g,
marginLeft:y}of e)p>r&&(r=p),x>i&&(i=x),g>o&&(o=g),y>a&&(a=y);let{margin:s,marginTop:u=s!==void 0?s:
r,marginRight:l=s!==void 0?s:i,marginBottom:c=s!==void 0?s:o,marginLeft:f=s!==void 0?s:a}=n;u=+u,l=+l,
c=+c,f=+f;let{width:h=640,height:m=iv(t,n,{width:h,marginTopDefault:r,marginRightDefault:i,marginBottomDefault:o,
marginLeftDefault:a})+Math.max(0,u-r+c-o)}=n;h=+h,m=+m;let d={width:h,height:m,marginTop:u,marginRight:l,
marginBottom:c,marginLeft:f};if(t.fx||t.fy){let{margin:p,marginTop:x=p!==void 0?p:u,marginRight:g=p!==
void 0?p:l,marginBottom:y=p!==void 0?p:c,marginLeft:v=p!==void 0?p:f}=n.facet??{};x=+x,g=+g,y=+y,v=+v,
d.facet={marginTop:x,marginRight:g,marginBottom:y,marginLeft:v}}return d}function iv({x:t,y:e,fy:n,fx:r},{
projection:i,aspectRatio:o},{width:a,marginTopDefault:s,marginRightDefault:u,marginBottomDefault:l,marginLeftDefault:c}){
let f=n&&n.scale.domain().length||1,h=ug(i);if(h){let d=r?r.scale.domain().length:1,p=(1.1*f-.1)/(1.1*
d-.1)*h,x=Math.max(.1,Math.min(10,p));return Math.round((a-c-u)*x+s+l)}let m=e?ke(e)?e.scale.domain().
length||1:Math.max(7,17/f):1;if(o!=null){if(o=+o,!(isFinite(o)&&o>0))throw new Error(`invalid aspect\
Ratio: ${o}`);let d=dg("y",e)/(dg("x",t)*o),p=r?r.scale.bandwidth():1,x=n?n.scale.bandwidth():1,g=p*
(a-c-u)-t.insetLeft-t.insetRight;return(d*g+e.insetTop+e.insetBottom)/x+s+l}return!!(e||n)*Math.max(
1,Math.min(60,m*f))*20+!!r*30+60}function dg(t,e){if(!e)throw new Error(`aspectRatio requires ${t} s\
cale`);let{type:n,domain:r}=e,i;switch(n){case"linear":case"utc":case"time":i=Number;break;case"pow":{
let s=e.scale.exponent();i=u=>Math.pow(u,s);break}case"log":i=Math.log;break;case"point":case"band":
return r.length;default:throw new Error(`unsupported ${t} scale for aspectRatio: ${n}`)}let[o,a]=Tt(
r);return Math.abs(i(a)-i(o))}var yg=new WeakMap;function kl(t,e,{x:n,y:r,px:i,py:o,maxRadius:a=40,channels:s,render:u,...l}={}){return a=
+a,i!=null&&(n??(n=null),s={...s,px:{value:i,scale:"x"}}),o!=null&&(r??(r=null),s={...s,py:{value:o,
scale:"y"}}),{x:n,y:r,channels:s,...l,render:Tl(function(c,f,h,m,d,p){d={...d,pointerSticky:!1};let x=d.
ownerSVGElement,{data:g}=d.getMarkState(this),y=yg.get(x);y||yg.set(x,y={sticky:!1,roots:[],renders:[]});
let v=y.renders.push(F)-1,{x:b,y:S,fx:w,fy:_}=f,T=w?w(c.fx)-m.marginLeft:0,$=_?_(c.fy)-m.marginTop:0;
b?.bandwidth&&(T+=b.bandwidth()/2),S?.bandwidth&&($+=S.bandwidth()/2);let N=c.fi!=null,A;if(N){let E=y.
facetStates;E||(y.facetStates=E=new Map),A=E.get(this),A||E.set(this,A=new Map)}let[C,X]=Ce(this,m),
{px:Y,py:U}=h,Q=Y?E=>Y[E]:Cl(h,C),ot=U?E=>U[E]:Al(h,X),W,I,R,P;function B(E,z){if(N)if(P&&(P=cancelAnimationFrame(
P)),E==null)A.delete(c.fi);else{A.set(c.fi,z),P=requestAnimationFrame(()=>{P=null;for(let[k,D]of A)if(D<
z||D===z&&k<c.fi){E=null;break}F(E)});return}F(E)}function F(E){if(W===E&&R===y.sticky)return;W=E,R=
d.pointerSticky=y.sticky;let z=W==null?[]:[W];N&&(z.fx=c.fx,z.fy=c.fy,z.fi=c.fi);let k=p(z,f,h,m,d);
if(I){if(N){let D=I.parentNode,L=I.getAttribute("transform"),M=k.getAttribute("transform");L?k.setAttribute(
"transform",L):k.removeAttribute("transform"),M?D.setAttribute("transform",M):D.removeAttribute("tra\
nsform"),k.removeAttribute("aria-label"),k.removeAttribute("aria-description"),k.removeAttribute("ar\
ia-hidden")}I.replaceWith(k)}if(y.roots[v]=I=k,!(W==null&&A?.size>1)){let D=W==null?null:re(g)?g[W]:
g.get(W);d.dispatchValue(D)}return k}function H(E){if(y.sticky||E.pointerType==="mouse"&&E.buttons===
1)return;let[z,k]=Kc(E);z-=T,k-=$;let D=z<m.marginLeft||z>m.width-m.marginRight?1:t,L=k<m.marginTop||
k>m.height-m.marginBottom?1:e,M=null,V=a*a;for(let O of c){let Z=D*(Q(O)-z),at=L*(ot(O)-k),$t=Z*Z+at*
at;$t<=V&&(M=O,V=$t)}if(M!=null&&(t!==1||e!==1)){let O=Q(M)-z,Z=ot(M)-k;V=O*O+Z*Z}B(M,V)}function J(E){
E.pointerType==="mouse"&&W!=null&&(y.sticky&&y.roots.some(z=>z?.contains(E.target))||(y.sticky?(y.sticky=
!1,y.renders.forEach(z=>z(null))):(y.sticky=!0,F(W)),E.stopImmediatePropagation()))}function G(E){E.
pointerType==="mouse"&&(y.sticky||B(null))}return x.addEventListener("pointerenter",H),x.addEventListener(
"pointermove",H),x.addEventListener("pointerdown",J),x.addEventListener("pointerleave",G),F(null)},u)}}
function ki(t){return kl(1,1,t)}function $l(t){return kl(1,.01,t)}function Xo(t){return kl(.01,1,t)}
function Cl({x1:t,x2:e,x:n=t},r){return t&&e?i=>(t[i]+e[i])/2:n?i=>n[i]:()=>r}function Al({y1:t,y2:e,
y:n=t},r){return t&&e?i=>(t[i]+e[i])/2:n?i=>n[i]:()=>r}function Uo(t){return ke(t)&&t.interval===void 0?void 0:"tabular-nums"}function xg(t,e){let{label:n=t.label,tickSize:r=6,width:i=240,height:o=44+r,marginTop:a=18,marginRight:s=0,
marginBottom:u=16+r,marginLeft:l=0,style:c,ticks:f=(i-l-s)/64,tickFormat:h,fontVariant:m=Uo(t),round:d=!0,
opacity:p,className:x}=e,g=Lr(e);x=Fr(x),p=ut(p)[1],h===null&&(h=()=>null);let y=K("svg",g).attr("cl\
ass",`${x}-ramp`).attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("width",i).attr(
"height",o).attr("viewBox",`0 0 ${i} ${o}`).call(C=>C.append("style").text(`:where(.${x}-ramp) {
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
  overflow: visible;
}
:where(.${x}-ramp text) {
  white-space: pre;
}`)).call(Or,c),v=C=>C.selectAll(".tick line").attr("y1",a+u-o),b,S=d?(C,X)=>C.rangeRound(X):(C,X)=>C.
range(X),{type:w,domain:_,range:T,interpolate:$,scale:N,pivot:A}=t;if($){let C=T===void 0?$:tn($.length===
1?Mi($):$,T);b=S(N.copy(),It(pt(l,i-s),Math.min(_.length+(A!==void 0),T===void 0?1/0:T.length)));let X=256,
Y=g.document.createElement("canvas");Y.width=X,Y.height=1;let U=Y.getContext("2d");for(let Q=0,ot=X-
1;Q<X;++Q)U.fillStyle=C(Q/ot),U.fillRect(Q,0,1,1);y.append("image").attr("opacity",p).attr("x",l).attr(
"y",a).attr("width",i-l-s).attr("height",o-a-u).attr("preserveAspectRatio","none").attr("xlink:href",
Y.toDataURL())}else if(w==="threshold"){let C=_,X=h===void 0?Y=>Y:typeof h=="string"?he(h):h;b=S(li().
domain([-1,T.length-1]),[l,i-s]),y.append("g").attr("fill-opacity",p).selectAll().data(T).enter().append(
"rect").attr("x",(Y,U)=>b(U-1)).attr("y",a).attr("width",(Y,U)=>b(U)-b(U-1)).attr("height",o-a-u).attr(
"fill",Y=>Y),f=tt(C,(Y,U)=>U),h=Y=>X(C[Y],Y)}else b=S(dr().domain(_),[l,i-s]),y.append("g").attr("fi\
ll-opacity",p).selectAll().data(_).enter().append("rect").attr("x",b).attr("y",a).attr("width",Math.
max(0,b.bandwidth()-1)).attr("height",o-a-u).attr("fill",N),v=()=>{};return y.append("g").attr("tran\
sform",`translate(0,${o-u})`).call(Pc(b).ticks(Array.isArray(f)?null:f,typeof h=="string"?h:void 0).
tickFormat(typeof h=="function"?h:void 0).tickSize(r).tickValues(Array.isArray(f)?f:null)).attr("fon\
t-size",null).attr("font-family",null).attr("font-variant",lt(m,"normal")).call(v).call(C=>C.select(
".domain").remove()),n!==void 0&&y.append("text").attr("x",l).attr("y",a-6).attr("fill","currentColo\
r").attr("font-weight","bold").text(n),y.node()}var Nl=Math.PI/180;function $i(t,{marker:e,markerStart:n=e,markerMid:r=e,markerEnd:i=e}={}){t.markerStart=Il(n),t.markerMid=
Il(r),t.markerEnd=Il(i)}function Il(t){if(t==null||t===!1)return null;if(t===!0)return wg;if(typeof t==
"function")return t;switch(`${t}`.toLowerCase()){case"none":return null;case"arrow":return bg("auto");case"\
arrow-reverse":return bg("auto-start-reverse");case"dot":return ov;case"circle":case"circle-fill":return wg;case"\
circle-stroke":return av;case"tick":return Dl("auto");case"tick-x":return Dl(90);case"tick-y":return Dl(
0)}throw new Error(`invalid marker: ${t}`)}function bg(t){return(e,n)=>K("svg:marker",n).attr("viewB\
ox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("orient",t).attr("fill","\
none").attr("stroke",e).attr("stroke-width",1.5).attr("stroke-linecap","round").attr("stroke-linejoi\
n","round").call(r=>r.append("path").attr("d","M-1.5,-3l3,3l-3,3")).node()}function ov(t,e){return K(
"svg:marker",e).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr(
"fill",t).attr("stroke","none").call(n=>n.append("circle").attr("r",2.5)).node()}function wg(t,e){return K(
"svg:marker",e).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr(
"fill",t).attr("stroke","var(--plot-background)").attr("stroke-width",1.5).call(n=>n.append("circle").
attr("r",3)).node()}function av(t,e){return K("svg:marker",e).attr("viewBox","-5 -5 10 10").attr("ma\
rkerWidth",6.67).attr("markerHeight",6.67).attr("fill","var(--plot-background)").attr("stroke",t).attr(
"stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function Dl(t){return(e,n)=>K("sv\
g:marker",n).attr("viewBox","-3 -3 6 6").attr("markerWidth",6).attr("markerHeight",6).attr("orient",
t).attr("stroke",e).call(r=>r.append("path").attr("d","M0,-3v6")).node()}var sv=0;function Rl(t,e,{stroke:n},r){
return Mg(t,e,n&&(i=>n[i]),null,r)}function _g(t,e,{stroke:n,z:r},i){return Mg(t,e,n&&(([o])=>n[o]),
r,i)}var El=1,vg=2;function uv(t,e){let n=new Uint8Array(e.length),r=t.data().filter(o=>o.length>1),
i=r.length;for(let o=0,a=Po;o<i;++o){let s=r[o];if(s.length>1){let u=s[0];a!==(a=Kt(e[u]))&&(n[u]|=El)}}
for(let o=i-1,a=Po;o>=0;--o){let s=r[o];if(s.length>1){let u=s[0];a!==(a=Kt(e[u]))&&(n[u]|=vg)}}return([
o])=>n[o]}function Mg(t,{markerStart:e,markerMid:n,markerEnd:r,stroke:i},o=()=>i,a,s){if(!e&&!n&&!r)
return;let u=new Map,l=a&&uv(t,a);function c(f,h,m){return function(d){if(m&&!m(d))return;let p=o(d),
x=u.get(h);x||u.set(h,x=new Map);let g=x.get(p);if(!g){let y=this.parentNode.insertBefore(h(p,s),this),
v=`plot-marker-${++sv}`;y.setAttribute("id",v),x.set(p,g=`url(#${v})`)}this.setAttribute(f,g)}}e&&t.
each(c("marker-start",e,l&&(f=>l(f)&El))),n&&l&&t.each(c("marker-start",n,f=>!(l(f)&El))),n&&t.each(
c("marker-mid",n)),r&&t.each(c("marker-end",r,l&&(f=>l(f)&vg)))}function Ci({inset:t,insetLeft:e,insetRight:n,...r}={}){return[e,n]=Sg(t,e,n),{inset:t,insetLeft:e,insetRight:n,
...r}}function Wo({inset:t,insetTop:e,insetBottom:n,...r}={}){return[e,n]=Sg(t,e,n),{inset:t,insetTop:e,
insetBottom:n,...r}}function Sg(t,e,n){return t===void 0&&e===void 0&&n===void 0?kt?[1,0]:[.5,.5]:[e,
n]}function Tg(t,{interval:e}){return t={...Te(t)},t.interval=So(t.interval===void 0?e:t.interval),t}function kg(t,e,n,r){
let{[t]:i,[`${t}1`]:o,[`${t}2`]:a}=n,{value:s,interval:u}=Tg(i,n);if(s==null||u==null&&!r)return n;let l=oe(
i);if(u==null){let m,d={transform:p=>m||(m=st(p,s)),label:l};return{...n,[t]:void 0,[`${t}1`]:o===void 0?
d:o,[`${t}2`]:a===void 0&&!(o===a&&r)?d:a}}let c,f;function h(m){return f!==void 0&&m===c?f:f=tt(st(
c=m,s),d=>u.floor(d))}return e({...n,[t]:void 0,[`${t}1`]:o===void 0?{transform:h,label:l}:o,[`${t}2`]:a===
void 0?{transform:m=>h(m).map(d=>u.offset(d)),label:l}:a})}function $g(t,e,n){let{[t]:r}=n,{value:i,
interval:o}=Tg(r,n);return i==null||o==null?n:e({...n,[t]:{label:oe(r),transform:a=>{let s=tt(st(a,i),
l=>o.floor(l)),u=s.map(l=>o.offset(l));return s.map(ct(s)?(l,c)=>l==null||isNaN(l=+l)||(c=u[c],c==null)||
isNaN(c=+c)?void 0:new Date((l+c)/2):(l,c)=>l==null||(c=u[c],c==null)?NaN:(+l+ +c)/2)}}})}function Go(t={}){return kg("x",Ci,t)}function Ll(t={}){return kg("y",Wo,t)}function Cg(t={}){return $g(
"x",Ci,t)}function Ag(t={}){return $g("y",Wo,t)}var Ng={ariaLabel:"rule",fill:null,stroke:"currentColor"},Ho=class extends rt{constructor(e,n={}){let{
x:r,y1:i,y2:o,inset:a=0,insetTop:s=a,insetBottom:u=a}=n;super(e,{x:{value:r,scale:"x",optional:!0},y1:{
value:i,scale:"y",optional:!0},y2:{value:o,scale:"y",optional:!0}},mn(n,"x"),Ng),this.insetTop=ht(s),
this.insetBottom=ht(u),$i(this,n)}render(e,n,r,i,o){let{x:a,y:s}=n,{x:u,y1:l,y2:c}=r,{width:f,height:h,
marginTop:m,marginRight:d,marginLeft:p,marginBottom:x}=i,{insetTop:g,insetBottom:y}=this;return K("s\
vg:g",o).call(yt,this,i,o).call(xt,this,{x:u&&a},kt,0).call(v=>v.selectAll().data(e).enter().append(
"line").call(mt,this).attr("x1",u?b=>u[b]:(p+f-d)/2).attr("x2",u?b=>u[b]:(p+f-d)/2).attr("y1",l&&!fn(
s)?b=>l[b]+g:m+g).attr("y2",c&&!fn(s)?s.bandwidth?b=>c[b]+s.bandwidth()-y:b=>c[b]-y:h-x-y).call(Bt,this,
r).call(Rl,this,r,o)).node()}},Vo=class extends rt{constructor(e,n={}){let{x1:r,x2:i,y:o,inset:a=0,insetRight:s=a,
insetLeft:u=a}=n;super(e,{y:{value:o,scale:"y",optional:!0},x1:{value:r,scale:"x",optional:!0},x2:{value:i,
scale:"x",optional:!0}},mn(n,"y"),Ng),this.insetRight=ht(s),this.insetLeft=ht(u),$i(this,n)}render(e,n,r,i,o){
let{x:a,y:s}=n,{y:u,x1:l,x2:c}=r,{width:f,height:h,marginTop:m,marginRight:d,marginLeft:p,marginBottom:x}=i,
{insetLeft:g,insetRight:y}=this;return K("svg:g",o).call(yt,this,i,o).call(xt,this,{y:u&&s},0,kt).call(
v=>v.selectAll().data(e).enter().append("line").call(mt,this).attr("x1",l&&!fn(a)?b=>l[b]+g:p+g).attr(
"x2",c&&!fn(a)?a.bandwidth?b=>c[b]+a.bandwidth()-y:b=>c[b]-y:f-d-y).attr("y1",u?b=>u[b]:(m+h-x)/2).attr(
"y2",u?b=>u[b]:(m+h-x)/2).call(Bt,this,r).call(Rl,this,r,o)).node()}};function Yr(t,e){let{x:n=et,y:r,
y1:i,y2:o,...a}=Ll(e);return[i,o]=Ig(r,i,o),new Ho(t,{...a,x:n,y1:i,y2:o})}function Pr(t,e){let{y:n=et,
x:r,x1:i,x2:o,...a}=Go(e);return[i,o]=Ig(r,i,o),new Vo(t,{...a,y:n,x1:i,x2:o})}function Ig(t,e,n){if(t==
null){if(e===void 0){if(n!==void 0)return[0,n]}else if(n===void 0)return[0,e]}else{if(e===void 0)return n===
void 0?[0,t]:[t,n];if(n===void 0)return[t,e]}return[e,n]}function Br(t,...e){let n=e.length;for(let r=0,i=!0;r<n;++r)typeof e[r]!="function"&&(i&&(t=t.slice(),
i=!1),t.splice(r,2,t[r]+e[r]+t[r+1]),e.splice(r,1),--r,--n);return r=>{let i=t[0];for(let o=0;o<n;++o)
i+=e[o](r)+t[o+1];return i}}var lv={ariaLabel:"text",strokeLinejoin:"round",strokeWidth:3,paintOrder:"stroke"},Fg="\xAD",qr=class extends rt{constructor(e,n={}){
let{x:r,y:i,text:o=Yt(e)&&To(e)?et:we,frameAnchor:a,textAnchor:s=/right$/i.test(a)?"end":/left$/i.test(
a)?"start":"middle",lineAnchor:u=/^top/i.test(a)?"top":/^bottom/i.test(a)?"bottom":"middle",lineHeight:l=1,
lineWidth:c=1/0,textOverflow:f,monospace:h,fontFamily:m=h?"ui-monospace, monospace":void 0,fontSize:d,
fontStyle:p,fontVariant:x,fontWeight:g,rotate:y}=n,[v,b]=ut(y,0),[S,w]=mv(d);if(super(e,{x:{value:r,
scale:"x",optional:!0},y:{value:i,scale:"y",optional:!0},fontSize:{value:S,optional:!0},rotate:{value:Rp(
v),optional:!0},text:{value:o,filter:mi,optional:!0}},n,lv),this.rotate=b,this.textAnchor=lt(s,"midd\
le"),this.lineAnchor=Et(u,"lineAnchor",["top","middle","bottom"]),this.lineHeight=+l,this.lineWidth=
+c,this.textOverflow=Ol(f),this.monospace=!!h,this.fontFamily=ft(m),this.fontSize=w,this.fontStyle=ft(
p),this.fontVariant=ft(x),this.fontWeight=ft(g),this.frameAnchor=cn(a),!(this.lineWidth>=0))throw new Error(
`invalid lineWidth: ${c}`);this.splitLines=ql(this),this.clipLine=zl(this)}render(e,n,r,i,o){let{x:a,
y:s}=n,{x:u,y:l,rotate:c,text:f,title:h,fontSize:m}=r,{rotate:d}=this,[p,x]=Ce(this,i);return K("svg\
:g",o).call(yt,this,i,o).call(Bl,this,f,i).call(xt,this,{x:u&&a,y:l&&s}).call(g=>g.selectAll().data(
e).enter().append("text").call(mt,this).call(cv,this,f,h).attr("transform",Br`translate(${u?y=>u[y]:
p},${l?y=>l[y]:x})${c?y=>` rotate(${c[y]})`:d?` rotate(${d})`:""}`).call(q,"font-size",m&&(y=>m[y])).
call(Bt,this,r)).node()}};function Ol(t){return t==null?null:Et(t,"textOverflow",["clip","ellipsis",
"clip-start","clip-end","ellipsis-start","ellipsis-middle","ellipsis-end"]).replace(/^(clip|ellipsis)$/,
"$1-end")}function cv(t,e,n,r){if(!n)return;let{lineAnchor:i,lineHeight:o,textOverflow:a,splitLines:s,
clipLine:u}=e;t.each(function(l){let c=s($e(n[l])??"").map(u),f=c.length,h=i==="top"?.71:i==="bottom"?
1-f:(164-f*100)/200;if(f>1){let m=0;for(let d=0;d<f;++d){if(++m,!c[d])continue;let p=this.ownerDocument.
createElementNS(Qe.svg,"tspan");p.setAttribute("x",0),d===m-1?p.setAttribute("y",`${(h+d)*o}em`):p.setAttribute(
"dy",`${m*o}em`),p.textContent=c[d],this.appendChild(p),m=0}}else h&&this.setAttribute("y",`${h*o}em`),
this.textContent=c[0];if(a&&!r&&c[0]!==n[l]){let m=this.ownerDocument.createElementNS(Qe.svg,"title");
m.textContent=n[l],this.appendChild(m)}})}function Hn(t,{x:e,y:n,...r}={}){return r.frameAnchor===void 0&&
([e,n]=Me(e,n)),new qr(t,{...r,x:e,y:n})}function Yl(t,{x:e=et,...n}={}){return new qr(t,Ag({...n,x:e}))}
function Pl(t,{y:e=et,...n}={}){return new qr(t,Cg({...n,y:e}))}function Bl(t,e,n){q(t,"text-anchor",
e.textAnchor),q(t,"font-family",e.fontFamily),q(t,"font-size",e.fontSize),q(t,"font-style",e.fontStyle),
q(t,"font-variant",e.fontVariant===void 0?fv(n):e.fontVariant),q(t,"font-weight",e.fontWeight)}function fv(t){
return t&&(Op(t)||ct(t))?"tabular-nums":void 0}var hv=new Set(["inherit","initial","revert","unset",
"xx-small","x-small","small","medium","large","x-large","xx-large","xxx-large","larger","smaller"]);
function mv(t){return t==null||typeof t=="number"?[void 0,t]:typeof t!="string"?[t,void 0]:(t=t.trim().
toLowerCase(),hv.has(t)||/^[+-]?\d*\.?\d+(e[+-]?\d+)?(\w*|%)$/.test(t)?[void 0,t]:[t,void 0])}function pv(t,e,n){
let r=[],i,o=0;for(let[a,s,u]of dv(t)){if(i===void 0&&(i=a),o>i&&n(t,i,s)>e&&(r.push(t.slice(i,o)+(t[o-
1]===Fg?"-":"")),i=a),u){r.push(t.slice(i,s)),i=void 0;continue}o=s}return r}function*dv(t){let e=0,
n=0,r=t.length;for(;n<r;){let i=1;switch(t[n]){case Fg:case"-":++n,yield[e,n,!1],e=n;break;case" ":for(yield[
e,n,!1];t[++n]===" ";);e=n;break;case"\r":t[n+1]===`
`&&++i;case`
`:yield[e,n,!0],n+=i,e=n;break;default:++n;break}}yield[e,n,!0]}var Dg={a:56,b:63,c:57,d:63,e:58,f:37,
g:62,h:60,i:26,j:26,k:55,l:26,m:88,n:60,o:60,p:62,q:62,r:39,s:54,t:38,u:60,v:55,w:79,x:54,y:55,z:55,
A:69,B:67,C:73,D:74,E:61,F:58,G:76,H:75,I:28,J:55,K:67,L:58,M:89,N:75,O:78,P:65,Q:78,R:67,S:65,T:65,
U:75,V:69,W:98,X:69,Y:67,Z:67,0:64,1:48,2:62,3:64,4:66,5:63,6:65,7:58,8:65,9:65," ":29,"!":32,'"':49,
"'":31,"(":39,")":39,",":31,"-":48,".":31,"/":32,":":31,";":31,"?":52,"\u2018":31,"\u2019":31,"\u201C":47,
"\u201D":47,"\u2026":82};function jo(t,e=0,n=t.length){let r=0;for(let i=e;i<n;i=zr(t,i))r+=Dg[t[i]]??
(Yg(t,i)?120:Dg.e);return r}function Zo(t,e=0,n=t.length){let r=0;for(let i=e;i<n;i=zr(t,i))r+=Yg(t,
i)?126:63;return r}function ql({monospace:t,lineWidth:e,textOverflow:n}){if(n!=null||e==1/0)return o=>o.
split(/\r\n?|\n/g);let r=t?Zo:jo,i=e*100;return o=>pv(o,i,r)}function zl({monospace:t,lineWidth:e,textOverflow:n}){
if(n==null||e==1/0)return o=>o;let r=t?Zo:jo,i=e*100;switch(n){case"clip-start":return o=>Rg(o,i,r,"");case"\
clip-end":return o=>Eg(o,i,r,"");case"ellipsis-start":return o=>Rg(o,i,r,Wn);case"ellipsis-middle":return o=>gv(
o,i,r,Wn);case"ellipsis-end":return o=>Eg(o,i,r,Wn)}}var Wn="\u2026";function Gn(t,e,n,r){let i=[],o=0;
for(let a=0,s=0,u=t.length;a<u;a=s){s=zr(t,a);let l=n(t,a,s);if(o+l>e){for(o+=r;o>e&&a>0;)s=a,a=i.pop(),
o-=n(t,a,s);return[a,e-o]}o+=l,i.push(a)}return[-1,0]}function Eg(t,e,n,r){t=t.trim();let i=n(r),[o]=Gn(
t,e,n,i);return o<0?t:t.slice(0,o).trimEnd()+r}function gv(t,e,n,r){t=t.trim();let i=n(t);if(i<=e)return t;
let o=n(r)/2,[a,s]=Gn(t,e/2,n,o),[u]=Gn(t,i-e/2-s+o,n,-o);return u<0?r:t.slice(0,a).trimEnd()+r+t.slice(
zr(t,u)).trimStart()}function Rg(t,e,n,r){t=t.trim();let i=n(t);if(i<=e)return t;let o=n(r),[a]=Gn(t,
i-e+o,n,-o);return a<0?r:r+t.slice(zr(t,a)).trimStart()}var Fl=/[\p{Combining_Mark}\p{Emoji_Modifier}]+/uy,
Lg=/\p{Extended_Pictographic}/uy;function zr(t,e){return e+=yv(t,e)?2:1,bv(t,e)&&(e=Fl.lastIndex),xv(
t,e)?zr(t,e+1):e}function Og(t,e){return t.charCodeAt(e)<128}function yv(t,e){let n=t.charCodeAt(e);
if(n>=55296&&n<56320){let r=t.charCodeAt(e+1);return r>=56320&&r<57344}return!1}function xv(t,e){return t.
charCodeAt(e)===8205}function bv(t,e){return Og(t,e)?!1:(Fl.lastIndex=e,Fl.test(t))}function Yg(t,e){
return Og(t,e)?!1:(Lg.lastIndex=e,Lg.test(t))}var wv={ariaLabel:"vector",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinejoin:"round",
strokeLinecap:"round"},Pg=3.5,_v=Pg*5,Bg={draw(t,e,n){let r=e*n/_v;t.moveTo(0,0),t.lineTo(0,-e),t.moveTo(
-r,r-e),t.lineTo(0,-e),t.lineTo(r,r-e)}},vv={draw(t,e,n){t.moveTo(-n,0),t.lineTo(0,-e),t.lineTo(n,0)}},
Mv=new Map([["arrow",Bg],["spike",vv]]);function Sv(t){return t&&typeof t.draw=="function"}function Tv(t){
if(Sv(t))return t;let e=Mv.get(`${t}`.toLowerCase());if(e)return e;throw new Error(`invalid shape: ${t}`)}
var Ko=class extends rt{constructor(e,n={}){let{x:r,y:i,r:o=Pg,length:a,rotate:s,shape:u=Bg,anchor:l="\
middle",frameAnchor:c}=n,[f,h]=ut(a,12),[m,d]=ut(s,0);super(e,{x:{value:r,scale:"x",optional:!0},y:{
value:i,scale:"y",optional:!0},length:{value:f,scale:"length",optional:!0},rotate:{value:m,optional:!0}},
n,wv),this.r=+o,this.length=h,this.rotate=d,this.shape=Tv(u),this.anchor=Et(l,"anchor",["start","mid\
dle","end"]),this.frameAnchor=cn(c)}render(e,n,r,i,o){let{x:a,y:s}=n,{x:u,y:l,length:c,rotate:f}=r,{
length:h,rotate:m,anchor:d,shape:p,r:x}=this,[g,y]=Ce(this,i);return K("svg:g",o).call(yt,this,i,o).
call(xt,this,{x:u&&a,y:l&&s}).call(v=>v.selectAll().data(e).enter().append("path").call(mt,this).attr(
"transform",Br`translate(${u?b=>u[b]:g},${l?b=>l[b]:y})${f?b=>` rotate(${f[b]})`:m?` rotate(${m})`:""}${d===
"start"?"":d==="end"?c?b=>` translate(0,${c[b]})`:` translate(0,${h})`:c?b=>` translate(0,${c[b]/2})`:
` translate(0,${h/2})`}`).attr("d",c?b=>{let S=fe();return p.draw(S,c[b],x),S}:(()=>{let b=fe();return p.
draw(b,h,x),b})()).call(Bt,this,r)).node()}};function qg(t,e={}){let{x:n=et,...r}=e;return new Ko(t,{...r,x:n})}function zg(t,e={}){let{y:n=et,...r}=e;
return new Ko(t,{...r,y:n})}function pn(t,e){return arguments.length<2&&!Yt(t)&&(e=t,t=null),e===void 0&&(e={}),[t,e]}function Qo({
anchor:t}={},e){return t===void 0?e[0]:Et(t,"anchor",e)}function Xg(t){return Qo(t,["left","right"])}
function Ug(t){return Qo(t,["right","left"])}function Wg(t){return Qo(t,["bottom","top"])}function Gg(t){
return Qo(t,["top","bottom"])}function dn(){let[t,e]=pn(...arguments);return Hg("y",Xg(e),t,e)}function Ul(){
let[t,e]=pn(...arguments);return Hg("fy",Ug(e),t,e)}function Ve(){let[t,e]=pn(...arguments);return Vg(
"x",Wg(e),t,e)}function Wl(){let[t,e]=pn(...arguments);return Vg("fx",Gg(e),t,e)}function Hg(t,e,n,{
color:r="currentColor",opacity:i=1,stroke:o=r,strokeOpacity:a=i,strokeWidth:s=1,fill:u=r,fillOpacity:l=i,
textAnchor:c,textStroke:f,textStrokeOpacity:h,textStrokeWidth:m,tickSize:d=t==="y"?6:0,tickPadding:p,
tickRotate:x,x:g,margin:y,marginTop:v=y===void 0?20:y,marginRight:b=y===void 0?e==="right"?40:0:y,marginBottom:S=y===
void 0?20:y,marginLeft:w=y===void 0?e==="left"?40:0:y,label:_,labelAnchor:T,labelArrow:$,labelOffset:N,
ariaLabel:A=`${t}-axis`,...C}){return d=ht(d),p=ht(p),x=ht(x),T!==void 0&&(T=Et(T,"labelAnchor",["ce\
nter","top","bottom"])),$=ny($),Sl(d&&!Mt(o)?kv(t,e,n,{stroke:o,strokeOpacity:a,strokeWidth:s,tickSize:d,
tickPadding:p,tickRotate:x,x:g,ariaLabel:A,...C}):null,Mt(u)?null:Cv(t,e,n,{fill:u,fillOpacity:l,stroke:f,
strokeOpacity:h,strokeWidth:m,textAnchor:c,tickSize:d,tickPadding:p,tickRotate:x,x:g,marginTop:v,marginRight:b,
marginBottom:S,marginLeft:w,ariaLabel:A,...C}),!Mt(u)&&_!==null?Hn([],Qg({fill:u,fillOpacity:l,...C},
function(X,Y,U,Q,ot){let W=Q[t],{marginTop:I,marginRight:R,marginBottom:P,marginLeft:B}=t==="y"&&ot.
inset||ot,F=T??(W.bandwidth?"center":"top"),H=N??(e==="right"?R:B)-3;return F==="center"?(this.textAnchor=
void 0,this.lineAnchor=e==="right"?"bottom":"top",this.frameAnchor=e,this.rotate=-90):(this.textAnchor=
e==="right"?"end":"start",this.lineAnchor=F,this.frameAnchor=`${F}-${e}`,this.rotate=0),this.dy=F===
"top"?3-I:F==="bottom"?P-3:0,this.dx=e==="right"?H:-H,this.ariaLabel=`${A} label`,{facets:[[0]],channels:{
text:{value:[ey(t,W,{anchor:e,label:_,labelAnchor:F,labelArrow:$})]}}}})):null)}function Vg(t,e,n,{color:r="\
currentColor",opacity:i=1,stroke:o=r,strokeOpacity:a=i,strokeWidth:s=1,fill:u=r,fillOpacity:l=i,textAnchor:c,
textStroke:f,textStrokeOpacity:h,textStrokeWidth:m,tickSize:d=t==="x"?6:0,tickPadding:p,tickRotate:x,
y:g,margin:y,marginTop:v=y===void 0?e==="top"?30:0:y,marginRight:b=y===void 0?20:y,marginBottom:S=y===
void 0?e==="bottom"?30:0:y,marginLeft:w=y===void 0?20:y,label:_,labelAnchor:T,labelArrow:$,labelOffset:N,
ariaLabel:A=`${t}-axis`,...C}){return d=ht(d),p=ht(p),x=ht(x),T!==void 0&&(T=Et(T,"labelAnchor",["ce\
nter","left","right"])),$=ny($),Sl(d&&!Mt(o)?$v(t,e,n,{stroke:o,strokeOpacity:a,strokeWidth:s,tickSize:d,
tickPadding:p,tickRotate:x,y:g,ariaLabel:A,...C}):null,Mt(u)?null:Av(t,e,n,{fill:u,fillOpacity:l,stroke:f,
strokeOpacity:h,strokeWidth:m,textAnchor:c,tickSize:d,tickPadding:p,tickRotate:x,y:g,marginTop:v,marginRight:b,
marginBottom:S,marginLeft:w,ariaLabel:A,...C}),!Mt(u)&&_!==null?Hn([],Qg({fill:u,fillOpacity:l,...C},
function(X,Y,U,Q,ot){let W=Q[t],{marginTop:I,marginRight:R,marginBottom:P,marginLeft:B}=t==="x"&&ot.
inset||ot,F=T??(W.bandwidth?"center":"right"),H=N??(e==="top"?I:P)-3;return F==="center"?(this.frameAnchor=
e,this.textAnchor=void 0):(this.frameAnchor=`${e}-${F}`,this.textAnchor=F==="right"?"end":"start"),this.
lineAnchor=e,this.dy=e==="top"?-H:H,this.dx=F==="right"?R-3:F==="left"?3-B:0,this.ariaLabel=`${A} la\
bel`,{facets:[[0]],channels:{text:{value:[ey(t,W,{anchor:e,label:_,labelAnchor:F,labelArrow:$})]}}}})):
null)}function kv(t,e,n,{strokeWidth:r=1,strokeLinecap:i=null,strokeLinejoin:o=null,facetAnchor:a=e+
(t==="y"?"-empty":""),frameAnchor:s=e,tickSize:u,inset:l=0,insetLeft:c=l,insetRight:f=l,dx:h=0,y:m=t===
"y"?void 0:null,ariaLabel:d,...p}){return Xr(zg,t,n,{ariaLabel:`${d} tick`,ariaHidden:!0},{strokeWidth:r,
strokeLinecap:i,strokeLinejoin:o,facetAnchor:a,frameAnchor:s,y:m,...p,dx:e==="left"?+h-kt+ +c:+h+kt-
f,anchor:"start",length:u,shape:e==="left"?Ev:Rv})}function $v(t,e,n,{strokeWidth:r=1,strokeLinecap:i=null,
strokeLinejoin:o=null,facetAnchor:a=e+(t==="x"?"-empty":""),frameAnchor:s=e,tickSize:u,inset:l=0,insetTop:c=l,
insetBottom:f=l,dy:h=0,x:m=t==="x"?void 0:null,ariaLabel:d,...p}){return Xr(qg,t,n,{ariaLabel:`${d} \
tick`,ariaHidden:!0},{strokeWidth:r,strokeLinejoin:o,strokeLinecap:i,facetAnchor:a,frameAnchor:s,x:m,
...p,dy:e==="bottom"?+h-kt-f:+h+kt+ +c,anchor:"start",length:u,shape:e==="bottom"?Iv:Dv})}function Cv(t,e,n,{
facetAnchor:r=e+(t==="y"?"-empty":""),frameAnchor:i=e,tickSize:o,tickRotate:a=0,tickPadding:s=Math.max(
3,9-o)+(Math.abs(a)>60?4*Math.cos(a*Nl):0),text:u,textAnchor:l=Math.abs(a)>60?"middle":e==="left"?"e\
nd":"start",lineAnchor:c=a>60?"top":a<-60?"bottom":"middle",fontVariant:f,inset:h=0,insetLeft:m=h,insetRight:d=h,
dx:p=0,ariaLabel:x,y:g=t==="y"?void 0:null,...y}){return Xr(Pl,t,n,{ariaLabel:`${x} tick label`},{facetAnchor:r,
frameAnchor:i,text:u,textAnchor:l,lineAnchor:c,fontVariant:f,rotate:a,y:g,...y,dx:e==="left"?+p-o-s+
+m:+p+ +o+ +s-d},function(v,b,S,w,_){f===void 0&&(this.fontVariant=ty(v)),u===void 0&&(_.text=Jg(v,b,
S,w,e))})}function Av(t,e,n,{facetAnchor:r=e+(t==="x"?"-empty":""),frameAnchor:i=e,tickSize:o,tickRotate:a=0,
tickPadding:s=Math.max(3,9-o)+(Math.abs(a)>=10?4*Math.cos(a*Nl):0),text:u,textAnchor:l=Math.abs(a)>=
10?a<0^e==="bottom"?"start":"end":"middle",lineAnchor:c=Math.abs(a)>=10?"middle":e==="bottom"?"top":
"bottom",fontVariant:f,inset:h=0,insetTop:m=h,insetBottom:d=h,dy:p=0,x=t==="x"?void 0:null,ariaLabel:g,
...y}){return Xr(Yl,t,n,{ariaLabel:`${g} tick label`},{facetAnchor:r,frameAnchor:i,text:u===void 0?null:
u,textAnchor:l,lineAnchor:c,fontVariant:f,rotate:a,x,...y,dy:e==="bottom"?+p+ +o+ +s-d:+p-o-s+ +m},function(v,b,S,w,_){
f===void 0&&(this.fontVariant=ty(v)),u===void 0&&(_.text=Jg(v,b,S,w,e))})}function Ai(){let[t,e]=pn(
...arguments);return jg("y",Xg(e),t,e)}function Gl(){let[t,e]=pn(...arguments);return jg("fy",Ug(e),
t,e)}function Ni(){let[t,e]=pn(...arguments);return Zg("x",Wg(e),t,e)}function Hl(){let[t,e]=pn(...arguments);
return Zg("fx",Gg(e),t,e)}function jg(t,e,n,{y:r=t==="y"?void 0:null,x:i=null,x1:o=e==="left"?i:null,
x2:a=e==="right"?i:null,ariaLabel:s=`${t}-grid`,ariaHidden:u=!0,...l}){return Xr(Pr,t,n,{ariaLabel:s,
ariaHidden:u},{y:r,x1:o,x2:a,...Kg(l)})}function Zg(t,e,n,{x:r=t==="x"?void 0:null,y:i=null,y1:o=e===
"top"?i:null,y2:a=e==="bottom"?i:null,ariaLabel:s=`${t}-grid`,ariaHidden:u=!0,...l}){return Xr(Yr,t,
n,{ariaLabel:s,ariaHidden:u},{x:r,y1:o,y2:a,...Kg(l)})}function Kg({color:t="currentColor",opacity:e=.1,
stroke:n=t,strokeOpacity:r=e,strokeWidth:i=1,...o}){return{stroke:n,strokeOpacity:r,strokeWidth:i,...o}}
function Qg({fill:t,fillOpacity:e,fontFamily:n,fontSize:r,fontStyle:i,fontVariant:o,fontWeight:a,monospace:s,
pointerEvents:u,shapeRendering:l,clip:c=!1},f){return[,t]=Ot(t),[,e]=ut(e),{facet:"super",x:null,y:null,
fill:t,fillOpacity:e,fontFamily:n,fontSize:r,fontStyle:i,fontVariant:o,fontWeight:a,monospace:s,pointerEvents:u,
shapeRendering:l,clip:c,initializer:f}}function Xr(t,e,n,r,i,o){let a;function s(c,f,h,m,d,p){let x=c==
null&&(e==="fx"||e==="fy"),{[e]:g}=m;if(!g)throw new Error(`missing scale: ${e}`);let y=g.domain(),{
interval:v,ticks:b,tickFormat:S,tickSpacing:w=e==="x"?80:35}=i;if(typeof b=="string"&&ry(g)&&(v=b,b=
void 0),b===void 0&&(b=Se(v,g.type)??Nv(g,w)),c==null){if(Yt(b))c=ve(b);else if(ln(b))c=Xl(b,...Tt(y));else if(g.
interval){let T=g.interval;if(g.ticks){let[$,N]=Tt(y),A=(N-$)/T[br];T=Nu(T,A/b)??T,c=Xl(T,$,N)}else{
c=y;let $=c.length;T=Nu(T,$/b)??T,T!==g.interval&&(c=Xl(T,...Tt(c)))}if(T===g.interval){let $=Math.round(
c.length/b);$>1&&(c=c.filter((N,A)=>A%$===0))}}else g.ticks?c=g.ticks(b):c=y;if(!g.ticks&&c.length&&
c!==y){let T=new ue(y);c=c.filter($=>T.has($)),c.length||Pt(`Warning: the ${e}-axis ticks appear to \
not align with the scale domain, resulting in no ticks. Try different ticks?`)}e==="y"||e==="x"?f=[Rt(
c)]:a[e]={scale:e,value:et}}o?.call(this,g,c,b,S,a);let _=Object.fromEntries(Object.entries(a).map(([
T,$])=>[T,{...$,value:st(c,$.value)}]));return x&&(f=p.filterFacets(c,_)),{data:c,facets:f,channels:_}}
let u=Xe(i).initializer,l=t(n,Xe({...i,initializer:s},u));return n==null?(a=l.channels,l.channels={}):
a={},r!==void 0&&Object.assign(l,r),l.clip===void 0&&(l.clip=!1),l}function Nv(t,e){let[n,r]=Tt(t.range());
return(r-n)/e}function Jg(t,e,n,r,i){return{value:Ii(t,e,n,r,i)}}function Ii(t,e,n,r,i){return typeof r==
"function"&&!(t.type==="log"&&t.tickFormat)?r:r===void 0&&e&&ct(e)?_p(t.type,e,i)??$e:t.tickFormat?t.
tickFormat(typeof n=="number"?n:null,r):typeof r=="string"&&t.domain().length>0?(ct(t.domain())?ge:he)(
r):r===void 0?$e:zt(r)}function Xl(t,e,n){return t.range(e,t.offset(t.floor(n)))}var Iv={draw(t,e){t.
moveTo(0,0),t.lineTo(0,e)}},Dv={draw(t,e){t.moveTo(0,0),t.lineTo(0,-e)}},Ev={draw(t,e){t.moveTo(0,0),
t.lineTo(-e,0)}},Rv={draw(t,e){t.moveTo(0,0),t.lineTo(e,0)}};function ty(t){return t.bandwidth&&!t.interval?
void 0:"tabular-nums"}function ey(t,e,{anchor:n,label:r=e.label,labelAnchor:i,labelArrow:o}={}){if(!(r==
null||r.inferred&&ry(e)&&/^(date|time|year)$/i.test(r))){if(r=String(r),o==="auto"&&(o=(!e.bandwidth||
e.interval)&&!/[↑↓→←]/.test(r)),!o)return r;if(o===!0){let a=Hd(e);a&&(o=/x$/.test(t)||i==="\
center"?/x$/.test(t)===a<0?"left":"right":a<0?"up":"down")}switch(o){case"left":return`\u2190 ${r}`;case"\
right":return`${r} \u2192`;case"up":return n==="right"?`${r} \u2191`:`\u2191 ${r}`;case"down":return n===
"right"?`${r} \u2193`:`\u2193 ${r}`}return r}}function ny(t="auto"){return Mt(t)?!1:typeof t=="boole\
an"?t:Et(t,"labelArrow",["auto","up","right","down","left"])}function ry(t){return ct(t.domain())}function iy(t,e){if(e==null)return e;let n=t(e);if(!n)throw new Error(`scale not found: ${e}`);return n}
function oy(t,{opacity:e,...n}={}){if(!ke(t)&&!gl(t))throw new Error(`swatches legend requires ordin\
al or threshold color scale (not ${t.type})`);return sy(t,n,(r,i,o,a)=>r.append("svg").attr("width",
o).attr("height",a).attr("fill",i.scale).attr("fill-opacity",ut(e)[1]).append("rect").attr("width","\
100%").attr("height","100%"))}function ay(t,{fill:e=t.hint?.fill!==void 0?t.hint.fill:"none",fillOpacity:n=1,
stroke:r=t.hint?.stroke!==void 0?t.hint.stroke:Mt(e)?"currentColor":"none",strokeOpacity:i=1,strokeWidth:o=1.5,
r:a=4.5,...s}={},u){let[l,c]=Ot(e),[f,h]=Ot(r),m=iy(u,l),d=iy(u,f),p=a*a*Math.PI;return n=ut(n)[1],i=
ut(i)[1],o=ut(o)[1],sy(t,s,(x,g,y,v)=>x.append("svg").attr("viewBox","-8 -8 16 16").attr("width",y).
attr("height",v).attr("fill",l==="color"?b=>m.scale(b):c).attr("fill-opacity",n).attr("stroke",f==="\
color"?b=>d.scale(b):h).attr("stroke-opacity",i).attr("stroke-width",o).append("path").attr("d",b=>{
let S=fe();return t.scale(b).draw(S,p),S}))}function sy(t,e={},n){let{columns:r,tickFormat:i,fontVariant:o=Uo(
t),swatchSize:a=15,swatchWidth:s=a,swatchHeight:u=a,marginLeft:l=0,className:c,style:f,width:h}=e,m=Lr(
e);c=Fr(c),i=Ii(t.scale,t.domain,void 0,i);let d=K("div",m).attr("class",`${c}-swatches ${c}-swatche\
s-${r!=null?"columns":"wrap"}`),p;return r!=null?(p=`:where(.${c}-swatches-columns .${c}-swatch) {
  display: flex;
  align-items: center;
  break-inside: avoid;
  padding-bottom: 1px;
}
:where(.${c}-swatches-columns .${c}-swatch::before) {
  flex-shrink: 0;
}
:where(.${c}-swatches-columns .${c}-swatch-label) {
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
}`,d.style("columns",r).selectAll().data(t.domain).enter().append("div").attr("class",`${c}-swatch`).
call(n,t,s,u).call(x=>x.append("div").attr("class",`${c}-swatch-label`).attr("title",i).text(i))):(p=
`:where(.${c}-swatches-wrap) {
  display: flex;
  align-items: center;
  min-height: 33px;
  flex-wrap: wrap;
}
:where(.${c}-swatches-wrap .${c}-swatch) {
  display: inline-flex;
  align-items: center;
  margin-right: 1em;
}`,d.selectAll().data(t.domain).enter().append("span").attr("class",`${c}-swatch`).call(n,t,s,u).append(
function(){return this.ownerDocument.createTextNode(i.apply(this,arguments))})),d.call(x=>x.insert("\
style","*").text(`:where(.${c}-swatches) {
  font-family: system-ui, sans-serif;
  font-size: 10px;
  margin-bottom: 0.5em;
}
:where(.${c}-swatch > svg) {
  margin-right: 0.5em;
  overflow: visible;
}
${p}`)).style("margin-left",l?`${+l}px`:null).style("width",h===void 0?null:`${+h}px`).style("font-v\
ariant",lt(o,"normal")).call(Or,f).node()}var Vl=new Map([["symbol",ay],["color",cy],["opacity",Lv]]);function uy(t,e,n={}){return(r,i)=>{if(!Vl.has(r))throw new Error(`unknown legend type: ${r}`);if(r in
t)return Vl.get(r)(t[r],ly(e,n[r],i),o=>t[o])}}function ly({className:t,...e},{label:n,ticks:r,tickFormat:i}={},o){
return Bp(o,{className:t,...e},{label:n,ticks:r,tickFormat:i})}function cy(t,{legend:e=!0,...n}){if(e===
!0&&(e=t.type==="ordinal"?"swatches":"ramp"),t.domain!==void 0)switch(`${e}`.toLowerCase()){case"swa\
tches":return oy(t,n);case"ramp":return xg(t,n);default:throw new Error(`unknown legend type: ${e}`)}}
function Lv({type:t,interpolate:e,...n},{legend:r=!0,color:i=Re(0,0,0),...o}){if(!e)throw new Error(
`${t} opacity scales are not supported`);if(r===!0&&(r="ramp"),`${r}`.toLowerCase()!=="ramp")throw new Error(
`${r} opacity legends are not supported`);return cy({type:t,...n,interpolate:Fv(i)},{legend:r,...o})}
function Fv(t){let{r:e,g:n,b:r}=Re(t)||Re(0,0,0);return i=>`rgba(${e},${n},${r},${i})`}function fy(t,e,n){
let r=[];for(let[i,o]of Vl){let a=n[i];if(a?.legend&&i in t){let s=o(t[i],ly(e,t[i],a),u=>t[u]);s!=null&&
r.push(s)}}return r}function jl(t={},e="x"){return Bu(t)?t:{...t,[e]:et}}function Zl(t={},e="y"){return qu(t)?t:{...t,[e]:et}}function hy(t,e){if(e.length===1)return{data:t,facets:e};let n=un(t),r=new Uint8Array(n),i=0;for(let s of e)
for(let u of s)r[u]&&++i,r[u]=1;if(i===0)return{data:t,facets:e};t=an(t);let o=t[Eu]=new Uint32Array(
n+i);e=e.map(s=>an(s,Uint32Array));let a=n;r.fill(0);for(let s of e)for(let u=0,l=s.length;u<l;++u){
let c=s[u];r[c]?(s[u]=a,t[a]=t[c],o[a]=c,++a):o[c]=c,r[c]=1}return{data:t,facets:e}}function Ov(t={},e={}){arguments.length===1&&([t,e]=dy(t));let{y1:n,y:r=n,x:i,...o}=e,[a,s,u,l]=gy(r,
i,"y","x",t,o);return{...a,y1:n,y:s,x1:u,x2:l,x:Tr(u,l)}}function Yv(t={},e={}){arguments.length===1&&([t,e]=dy(t));let{x1:n,x:r=n,y:i,...o}=e,[a,s,u,l]=gy(r,
i,"x","y",t,o);return{...a,x1:n,x:s,y1:u,y2:l,y:Tr(u,l)}}function Kl({x:t,x1:e,x2:n,...r}={}){return r=mn(r,"y"),e===void 0&&n===void 0?Ov({x:t,...r}):([e,n]=
Xu(t,e,n),{...r,x1:e,x2:n})}function Ql({y:t,y1:e,y2:n,...r}={}){return r=mn(r,"x"),e===void 0&&n===
void 0?Yv({y:t,...r}):([e,n]=Xu(t,e,n),{...r,y1:e,y2:n})}function dy(t){let{offset:e,order:n,reverse:r,
...i}=t;return[{offset:e,order:n,reverse:r},i]}var Pv={length:!0};function gy(t,e=kp,n,r,{offset:i,order:o,
reverse:a},s){if(e===null)throw new Error(`stack requires ${r}`);let u=Mr(s),[l,c]=Qt(t),[f,h]=Sr(e),
[m,d]=Sr(e);return f.hint=m.hint=Pv,i=Bv(i),o=Xv(o,i,r),[Un(s,(p,x,g)=>{({data:p,facets:x}=hy(p,x));
let y=t==null?void 0:c(xi(st(p,t),g?.[n])),v=st(p,e,Float64Array),b=st(p,u),S=o&&o(p,y,v,b),w=un(p),
_=h(new Float64Array(w)),T=d(new Float64Array(w)),$=[];for(let N of x){let A=y?Array.from(yn(N,C=>y[C]).
values()):[N];if(S)for(let C of A)C.sort(S);for(let C of A){let X=0,Y=0;a&&C.reverse();for(let U of C){
let Q=v[U];Q<0?X=T[U]=(_[U]=X)+Q:Q>0?Y=T[U]=(_[U]=Y)+Q:T[U]=_[U]=Y}}$.push(A)}return i&&i($,_,T,b),{
data:p,facets:x}}),l,f,m]}function Bv(t){if(t!=null){if(typeof t=="function")return t;switch(`${t}`.
toLowerCase()){case"expand":case"normalize":return qv;case"center":case"silhouette":return zv;case"w\
iggle":return xy}throw new Error(`unknown offset: ${t}`)}}function yy(t,e){let n=0,r=0;for(let i of t){
let o=e[i];o<n&&(n=o),o>r&&(r=o)}return[n,r]}function qv(t,e,n){for(let r of t)for(let i of r){let[o,
a]=yy(i,n);for(let s of i){let u=1/(a-o||1);e[s]=u*(e[s]-o),n[s]=u*(n[s]-o)}}}function zv(t,e,n){for(let r of t){
for(let i of r){let[o,a]=yy(i,n);for(let s of i){let u=(a+o)/2;e[s]-=u,n[s]-=u}}by(r,e,n)}wy(t,e,n)}
function xy(t,e,n,r){for(let i of t){let o=new Ut,a=0;for(let s of i){let u=-1,l=s.map(m=>Math.abs(n[m]-
e[m])),c=s.map(m=>{u=r?r[m]:++u;let d=n[m]-e[m],p=o.has(u)?d-o.get(u):0;return o.set(u,d),p}),f=[0,...Mc(
c)];for(let m of s)e[m]+=a,n[m]+=a;let h=te(l);h&&(a-=te(l,(m,d)=>(c[d]/2+f[d])*m)/h)}by(i,e,n)}wy(t,
e,n)}function by(t,e,n){let r=Wt(t,i=>Wt(i,o=>e[o]));for(let i of t)for(let o of i)e[o]-=r,n[o]-=r}function wy(t,e,n){
let r=t.length;if(r===1)return;let i=t.map(s=>s.flat()),o=i.map(s=>(Wt(s,u=>e[u])+Nt(s,u=>n[u]))/2),
a=Wt(o);for(let s=0;s<r;s++){let u=a-o[s];for(let l of i[s])e[l]+=u,n[l]+=u}}function Xv(t,e,n){if(t===
void 0&&e===xy)return my(At);if(t!=null){if(typeof t=="string"){let r=t.startsWith("-"),i=r?On:At;switch((r?
t.slice(1):t).toLowerCase()){case"value":case n:return Uv(i);case"z":return Wv(i);case"sum":return Gv(
i);case"appearance":return Hv(i);case"inside-out":return my(i)}return py(Lu(t))}if(typeof t=="functi\
on")return(t.length===1?py:Vv)(t);if(re(t))return jv(t);throw new Error(`invalid order: ${t}`)}}function Uv(t){
return(e,n,r)=>(i,o)=>t(r[i],r[o])}function Wv(t){return(e,n,r,i)=>(o,a)=>t(i[o],i[a])}function Gv(t){
return Jo(t,(e,n,r,i)=>Pi(Rt(e),o=>te(o,a=>r[a]),o=>i[o]))}function Hv(t){return Jo(t,(e,n,r,i)=>Pi(
Rt(e),o=>n[Sa(o,a=>r[a])],o=>i[o]))}function my(t){return Jo(t,(e,n,r,i)=>{let o=Rt(e),a=Pi(o,f=>n[Sa(
f,h=>r[h])],f=>i[f]),s=De(o,f=>te(f,h=>r[h]),f=>i[f]),u=[],l=[],c=0;for(let f of a)c<0?(c+=s.get(f),
u.push(f)):(c-=s.get(f),l.push(f));return l.reverse().concat(u)})}function py(t){return e=>{let n=st(
e,t);return(r,i)=>At(n[r],n[i])}}function Vv(t){return e=>re(e)?(n,r)=>t(e[n],e[r]):(n,r)=>t(e.get(n),
e.get(r))}function jv(t){return Jo(At,()=>t)}function Jo(t,e){return(n,r,i,o)=>{if(!o)throw new Error(
"missing channel: z");let a=new Ut(e(n,r,i,o).map((s,u)=>[s,u]));return(s,u)=>t(a.get(o[s]),a.get(o[u]))}}function na(t,{inset:e=0,insetTop:n=e,insetRight:r=e,insetBottom:i=e,insetLeft:o=e}={}){t.insetTop=ht(
n),t.insetRight=ht(r),t.insetBottom=ht(i),t.insetLeft=ht(o)}function ra(t,{r:e,rx:n,ry:r,rx1:i=e,ry1:o=e,
rx2:a=e,ry2:s=e,rx1y1:u=i!==void 0?+i:o!==void 0?+o:0,rx1y2:l=i!==void 0?+i:s!==void 0?+s:0,rx2y1:c=a!==
void 0?+a:o!==void 0?+o:0,rx2y2:f=a!==void 0?+a:s!==void 0?+s:0}={}){u||l||c||f?(t.rx1y1=u,t.rx1y2=l,
t.rx2y1=c,t.rx2y2=f):(t.rx=lt(n,"auto"),t.ry=lt(r,"auto"))}function ia(t,e,n,r,i,o){let{rx1y1:a,rx1y2:s,
rx2y1:u,rx2y2:l}=o;typeof e!="function"&&(e=zt(e)),typeof n!="function"&&(n=zt(n)),typeof r!="functi\
on"&&(r=zt(r)),typeof i!="function"&&(i=zt(i));let c=Math.max(Math.abs(a+u),Math.abs(s+l)),f=Math.max(
Math.abs(a+s),Math.abs(u+l));t.attr("d",h=>{let m=e(h),d=n(h),p=r(h),x=i(h),g=m>p,y=d>x,v=g?p:m,b=g?
m:p,S=y?x:d,w=y?d:x,_=Math.min(1,(b-v)/c,(w-S)/f),T=_*(g?y?l:u:y?s:a),$=_*(g?y?s:a:y?l:u),N=_*(g?y?a:
s:y?u:l),A=_*(g?y?u:l:y?a:s);return`M${v},${S+ea(T,A)}A${T},${T} 0 0 ${T<0?0:1} ${v+ta(T,A)},${S}H${b-
ta($,N)}A${$},${$} 0 0 ${$<0?0:1} ${b},${S+ea($,N)}V${w-ea(N,$)}A${N},${N} 0 0 ${N<0?0:1} ${b-ta(N,$)}\
,${w}H${v+ta(A,T)}A${A},${A} 0 0 ${A<0?0:1} ${v},${w-ea(A,T)}Z`})}function ta(t,e){return e<0?t:Math.
abs(t)}function ea(t,e){return e<0?Math.abs(t):t}var Zv={ariaLabel:"frame",fill:"none",stroke:"currentColor",clip:!1},Kv={ariaLabel:"frame",fill:null,
stroke:"currentColor",strokeLinecap:"square",clip:!1},Jl=class extends rt{constructor(e={}){let{anchor:n=null}=e;
super(wr,void 0,e,n==null?Zv:Kv),this.anchor=Pu(n,"anchor",["top","right","bottom","left"]),na(this,
e),n||ra(this,e)}render(e,n,r,i,o){let{marginTop:a,marginRight:s,marginBottom:u,marginLeft:l,width:c,
height:f}=i,{anchor:h,insetTop:m,insetRight:d,insetBottom:p,insetLeft:x}=this,{rx:g,ry:y,rx1y1:v,rx1y2:b,
rx2y1:S,rx2y2:w}=this,_=l+x,T=c-s-d,$=a+m,N=f-u-p;return K(h?"svg:line":v||b||S||w?"svg:path":"svg:r\
ect",o).datum(0).call(yt,this,i,o).call(mt,this).call(Bt,this,r).call(xt,this,{}).call(h==="left"?A=>A.
attr("x1",_).attr("x2",_).attr("y1",$).attr("y2",N):h==="right"?A=>A.attr("x1",T).attr("x2",T).attr(
"y1",$).attr("y2",N):h==="top"?A=>A.attr("x1",_).attr("x2",T).attr("y1",$).attr("y2",$):h==="bottom"?
A=>A.attr("x1",_).attr("x2",T).attr("y1",N).attr("y2",N):v||b||S||w?A=>A.call(ia,_,$,T,N,this):A=>A.
attr("x",_).attr("y",$).attr("width",T-_).attr("height",N-$).attr("rx",g).attr("ry",y)).node()}};function _y(t){
return new Jl(t)}var tc={ariaLabel:"tip",fill:"var(--plot-background)",stroke:"currentColor"},Qv=new Set(["geometry",
"href","src","ariaLabel","scales"]),oa=class extends rt{constructor(e,n={}){n.tip&&(n={...n,tip:!1}),
n.title===void 0&&Yt(e)&&To(e)&&(n={...n,title:et});let{x:r,y:i,x1:o,x2:a,y1:s,y2:u,anchor:l,preferredAnchor:c="\
bottom",monospace:f,fontFamily:h=f?"ui-monospace, monospace":void 0,fontSize:m,fontStyle:d,fontVariant:p,
fontWeight:x,lineHeight:g=1,lineWidth:y=20,frameAnchor:v,format:b,textAnchor:S="start",textOverflow:w,
textPadding:_=8,title:T,pointerSize:$=12,pathFilter:N="drop-shadow(0 3px 4px rgba(0,0,0,0.2))"}=n;super(
e,{x:{value:o!=null&&a!=null?null:r,scale:"x",optional:!0},y:{value:s!=null&&u!=null?null:i,scale:"y",
optional:!0},x1:{value:o,scale:"x",optional:a==null},y1:{value:s,scale:"y",optional:u==null},x2:{value:a,
scale:"x",optional:o==null},y2:{value:u,scale:"y",optional:s==null},title:{value:T,optional:!0}},n,tc),
this.anchor=$o(l,"anchor"),this.preferredAnchor=$o(c,"preferredAnchor"),this.frameAnchor=cn(v),this.
textAnchor=lt(S,"middle"),this.textPadding=+_,this.pointerSize=+$,this.pathFilter=ft(N),this.lineHeight=
+g,this.lineWidth=+y,this.textOverflow=Ol(w),this.monospace=!!f,this.fontFamily=ft(h),this.fontSize=
ht(m),this.fontStyle=ft(d),this.fontVariant=ft(p),this.fontWeight=ft(x);for(let A in tc)A in this.channels&&
(this[A]=tc[A]);this.splitLines=ql(this),this.clipLine=zl(this),this.format=typeof b=="string"||typeof b==
"function"?{title:b}:{...b}}render(e,n,r,i,o){let a=this,{x:s,y:u,fx:l,fy:c}=n,{ownerSVGElement:f,document:h}=o,
{anchor:m,monospace:d,lineHeight:p,lineWidth:x}=this,{textPadding:g,pointerSize:y,pathFilter:v}=this,
{marginTop:b,marginLeft:S}=i,{x1:w,y1:_,x2:T,y2:$,x:N=w??T,y:A=_??$}=r,C=l?l(e.fx)-S:0,X=c?c(e.fy)-b:
0,[Y,U]=Ce(this,i),Q=Cl(r,Y),ot=Al(r,U),W=d?Zo:jo,I=W(Wn),R,P;"title"in r?(R=vy.call(this,{title:r.channels.
title},n),P=n2):(R=vy.call(this,r.channels,n),P=r2);let B=K("svg:g",o).call(yt,this,i,o).call(Bl,this).
call(xt,this,{x:N&&s,y:A&&u}).call(J=>J.selectAll().data(e).enter().append("g").attr("transform",G=>`\
translate(${Math.round(Q(G))},${Math.round(ot(G))})`).call(mt,this).call(G=>G.append("path").attr("f\
ilter",v)).call(G=>G.append("text").each(function(E){let z=ee(this);this.setAttribute("fill","curren\
tColor"),this.setAttribute("fill-opacity",1),this.setAttribute("stroke","none");let k=P.call(a,E,e,R,
n,r);if(typeof k=="string")for(let D of a.splitLines(k))F(z,{value:a.clipLine(D)});else{let D=new Set;
for(let L of k){let{label:M=""}=L;M&&D.has(M)||(D.add(M),F(z,L))}}})));function F(J,{label:G,value:E,
color:z,opacity:k}){G??(G=""),E??(E="");let D=z!=null||k!=null,L,M=x*100,[V]=Gn(G,M,W,I);if(V>=0)G=G.
slice(0,V).trimEnd()+Wn,L=E.trim(),E="";else{(G||!E&&!D)&&(E=" "+E);let[Z]=Gn(E,M-W(G),W,I);Z>=0&&(L=
E.trim(),E=E.slice(0,Z).trimEnd()+Wn)}let O=J.append("tspan").attr("x",0).attr("dy",`${p}em`).text("\
\u200B");G&&O.append("tspan").attr("font-weight","bold").text(G),E&&O.append(()=>h.createTextNode(E)),
D&&O.append("tspan").text(" \u25A0").attr("fill",z).attr("fill-opacity",k).style("user-select","none"),
L&&O.append("title").text(L)}function H(){let{width:J,height:G}=i.facet??i;B.selectChildren().each(function(E){
let{x:z,width:k,height:D}=this.getBBox();k=Math.round(k),D=Math.round(D);let L=m;if(L===void 0){let O=Q(
E)+C,Z=ot(E)+X,at=O+k+y+g*2<J,$t=O-k-y-g*2>0,Ze=Z+D+y+g*2<G,gn=Z-D-y-g*2>0;L=at&&$t?Ze&&gn?a.preferredAnchor:
gn?"bottom":"top":Ze&&gn?at?"left":"right":(at||$t)&&(Ze||gn)?`${gn?"bottom":"top"}-${at?"left":"rig\
ht"}`:a.preferredAnchor}let M=this.firstChild,V=this.lastChild;if(M.setAttribute("d",e2(L,y,g,k,D)),
z)for(let O of V.childNodes)O.setAttribute("x",-z);V.setAttribute("y",`${+Jv(L,V.childNodes.length,p).
toFixed(6)}em`),V.setAttribute("transform",`translate(${t2(L,y,g,k,D)})`)}),B.attr("visibility",null)}
return e.length&&(B.attr("visibility","hidden"),f.isConnected?Promise.resolve().then(H):typeof requestAnimationFrame<
"u"&&requestAnimationFrame(H)),B.node()}};function Di(t,{x:e,y:n,...r}={}){return r.frameAnchor===void 0&&
([e,n]=Me(e,n)),new oa(t,{...r,x:e,y:n})}function Jv(t,e,n){return/^top(?:-|$)/.test(t)?.94-n:-.29-e*
n}function t2(t,e,n,r,i){switch(t){case"middle":return[-r/2,i/2];case"top-left":return[n,e+n];case"t\
op":return[-r/2,e/2+n];case"top-right":return[-r-n,e+n];case"right":return[-e/2-r-n,i/2];case"bottom\
-left":return[n,-e-n];case"bottom":return[-r/2,-e/2-n];case"bottom-right":return[-r-n,-e-n];case"lef\
t":return[n+e/2,i/2]}}function e2(t,e,n,r,i){let o=r+n*2,a=i+n*2;switch(t){case"middle":return`M${-o/
2},${-a/2}h${o}v${a}h${-o}z`;case"top-left":return`M0,0l${e},${e}h${o-e}v${a}h${-o}z`;case"top":return`\
M0,0l${e/2},${e/2}h${(o-e)/2}v${a}h${-o}v${-a}h${(o-e)/2}z`;case"top-right":return`M0,0l${-e},${e}h${e-
o}v${a}h${o}z`;case"right":return`M0,0l${-e/2},${-e/2}v${e/2-a/2}h${-o}v${a}h${o}v${e/2-a/2}z`;case"\
bottom-left":return`M0,0l${e},${-e}h${o-e}v${-a}h${-o}z`;case"bottom":return`M0,0l${e/2},${-e/2}h${(o-
e)/2}v${-a}h${-o}v${a}h${(o-e)/2}z`;case"bottom-right":return`M0,0l${-e},${-e}h${e-o}v${-a}h${o}z`;case"\
left":return`M0,0l${e/2},${-e/2}v${e/2-a/2}h${o}v${a}h${-o}v${e/2-a/2}z`}}function vy(t,e){let n={},
r=this.format;r=My(r,t,"x"),r=My(r,t,"y"),this.format=r;for(let i in r){let o=r[i];if(!(o===null||o===
!1))if(i==="fx"||i==="fy")n[i]=!0;else{let a=il(t,i);a&&(n[i]=a)}}for(let i in t){if(i in n||i in r||
Qv.has(i)||(i==="x"||i==="y")&&t.geometry)continue;let o=il(t,i);if(o){if(o.scale==null&&o.defaultScale===
"color")continue;n[i]=o}}this.facet&&(e.fx&&!("fx"in r)&&(n.fx=!0),e.fy&&!("fy"in r)&&(n.fy=!0));for(let i in n){
let o=this.format[i];if(typeof o=="string"){let a=n[i]?.value??e[i]?.domain()??[];this.format[i]=(ct(
a)?ge:he)(o)}else if(o===void 0||o===!0){let a=e[i];this.format[i]=a?.bandwidth?Ii(a,a.domain()):$e}}
return n}function My(t,e,n){if(!(n in t))return t;let r=`${n}1`,i=`${n}2`;if((r in t||!(r in e))&&(i in
t||!(i in e)))return t;let o=Object.entries(t),a=t[n];return o.splice(o.findIndex(([s])=>s===n)+1,0,
[r,a],[i,a]),Object.fromEntries(o)}function n2(t,e,{title:n}){return this.format.title(n.value[t],t)}
function*r2(t,e,n,r,i){for(let o in n){if(o==="fx"||o==="fy"){yield{label:aa(r,n,o),value:this.format[o](
e[o],t)};continue}if(o==="x1"&&"x2"in n||o==="y1"&&"y2"in n)continue;let a=n[o];if(o==="x2"&&"x1"in n)
yield{label:Ty(r,n,"x"),value:Sy(this.format.x2,n.x1,a,t)};else if(o==="y2"&&"y1"in n)yield{label:Ty(
r,n,"y"),value:Sy(this.format.y2,n.y1,a,t)};else{let s=a.value[t],u=a.scale;if(!Zt(s)&&u==null)continue;
yield{label:aa(r,n,o),value:this.format[o](s,t),color:u==="color"?i[o][t]:null,opacity:u==="opacity"?
i[o][t]:null}}}}function Sy(t,e,n,r){return n.hint?.length?`${t(n.value[r]-e.value[r],r)}`:`${t(e.value[r],
r)}\u2013${t(n.value[r],r)}`}function Ty(t,e,n){let r=aa(t,e,`${n}1`,n),i=aa(t,e,`${n}2`,n);return r===
i?r:`${r}\u2013${i}`}function aa(t,e,n,r=n){let i=e[n],o=t[i?.scale??n];return String(o?.label??i?.label??
r)}function Ri(t={}){let{facet:e,style:n,title:r,subtitle:i,caption:o,ariaLabel:a,ariaDescription:s}=t,
u=Fr(t.className),l=t.marks===void 0?[]:$y(t.marks);l.push(...l2(l));let c=s2(e,t),f=new Map;for(let I of l){
let R=Cy(I,c,t);R&&f.set(I,R)}let h=new Map;c&&Ei(h,[c],t),Ei(h,f,t);let m=$y(c2(l,h,t));for(let I of m){
let R=Cy(I,c,t);R&&f.set(I,R)}l.unshift(...m);let d=Qd(h,t);if(d!==void 0){let I=c?Oo(d,c):void 0;for(let P of l){
if(P.facet===null||P.facet==="super")continue;let B=f.get(P);B!==void 0&&(B.facetsIndex=P.fx!=null||
P.fy!=null?Oo(d,B):I)}let R=new Set;for(let{facetsIndex:P}of f.values())P?.forEach((B,F)=>{B?.length>
0&&R.add(F)});d.forEach(0<R.size&&R.size<d.length?(P,B)=>P.empty=!R.has(B):P=>P.empty=!1);for(let P of l)
if(P.facet==="exclude"){let B=f.get(P);B!==void 0&&(B.facetsIndex=eg(B.facetsIndex))}}for(let I of nt.
keys())_r(t[I])&&I!=="fx"&&I!=="fy"&&h.set(I,[]);let p=new Map;for(let I of l){if(p.has(I))throw new Error(
"duplicate mark; each mark must be unique");let{facetsIndex:R,channels:P}=f.get(I)??{},{data:B,facets:F,
channels:H}=I.initialize(R,P,t);rc(H,t),p.set(I,{data:B,facets:F,channels:H})}let x=Si(Ei(h,p,t),t),
g=gg(x,l,t);Gd(x,g);let y=pl(x),{fx:v,fy:b}=y,S=v||b?dl(x,g):g,w=v||b?y2(y,g):g,_=Lr(t),T=_.document,
$=ir("svg").call(T.documentElement),N=$;_.ownerSVGElement=$,_.className=u,_.projection=ig(t,S),_.path=
function(){return ti(this.projection??cg(y))},_.filterFacets=(I,R)=>Oo(d,{channels:R,groups:Lo(I,R)}),
_.getMarkState=I=>{let R=p.get(I),P=f.get(I);return{...R,channels:{...R.channels,...P?.channels}}},_.
dispatchValue=I=>{N.value!==I&&(N.value=I,N.dispatchEvent(new _.document.defaultView.Event("input",{
bubbles:!0})))};let A=new Set;for(let[I,R]of p)if(I.initializer!=null){let P=I.facet==="super"?w:S,B=I.
initializer(R.data,R.facets,R.channels,y,P,_);if(B.data!==void 0&&(R.data=B.data),B.facets!==void 0&&
(R.facets=B.facets),B.channels!==void 0){let{fx:F,fy:H,...J}=B.channels;a2(J),Object.assign(R.channels,
J);for(let G of Object.values(J)){let{scale:E}=G;E!=null&&!Up(nt.get(E))&&(Iy(G,t),A.add(E))}(F!=null||
H!=null)&&f.set(I,!0)}}if(A.size){let I=new Map;Ei(I,p,t,F=>A.has(F)),Ei(h,p,t,F=>A.has(F));let R=g2(
Si(I,t),x),{scales:P,...B}=pl(R);Object.assign(x,R),Object.assign(y,B),Object.assign(y.scales,P)}let C,
X;d!==void 0&&(C={x:v?.domain(),y:b?.domain()},d=Jd(d,C),X=tg(v,b,g));for(let[I,R]of p)R.values=I.scale(
R.channels,y,_);let{width:Y,height:U}=g;ee($).attr("class",u).attr("fill","currentColor").attr("font\
-family","system-ui, sans-serif").attr("font-size",10).attr("text-anchor","middle").attr("width",Y).
attr("height",U).attr("viewBox",`0 0 ${Y} ${U}`).attr("aria-label",a).attr("aria-description",s).call(
I=>I.append("style").text(`:where(.${u}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${u} text),
:where(.${u} tspan) {
  white-space: pre;
}`)).call(Or,n);for(let I of l){let{channels:R,values:P,facets:B}=p.get(I);if(d===void 0||I.facet===
"super"){let F=null;if(B&&(F=B[0],F=I.filter(F,R,P),F.length===0))continue;let H=I.render(F,y,P,w,_);
if(H==null)continue;$.appendChild(H)}else{let F;for(let H of d){if(!(I.facetAnchor?.(d,C,H)??!H.empty))
continue;let J=null;if(B){let E=f.has(I);if(J=B[E?H.i:0],J=I.filter(J,R,P),J.length===0)continue;!E&&
J===B[0]&&(J=Np(J)),J.fx=H.x,J.fy=H.y,J.fi=H.i}let G=I.render(J,y,P,S,_);if(G!=null){(F??(F=ee($).append(
"g"))).append(()=>G).datum(H);for(let E of["aria-label","aria-description","aria-hidden","transform"])
G.hasAttribute(E)&&(F.attr(E,G.getAttribute(E)),G.removeAttribute(E))}}F?.selectChildren().each(X)}}
let Q=fy(x,_,t),{figure:ot=r!=null||i!=null||o!=null||Q.length>0}=t;ot&&(N=T.createElement("figure"),
N.className=`${u}-figure`,N.style.maxWidth="initial",r!=null&&N.append(ky(T,r,"h2")),i!=null&&N.append(
ky(T,i,"h3")),N.append(...Q,$),o!=null&&N.append(i2(T,o)),"value"in $&&(N.value=$.value,delete $.value)),
N.scale=Zd(y.scales),N.legend=uy(x,_,t);let W=$d();return W>0&&ee($).append("text").attr("x",Y).attr(
"y",20).attr("dy","-1em").attr("text-anchor","end").attr("font-family","initial").text("\u26A0\uFE0F").
append("title").text(`${W.toLocaleString("en-US")} warning${W===1?"":"s"}. Please check the console.`),
N}function ky(t,e,n){if(e.ownerDocument)return e;let r=t.createElement(n);return r.append(e),r}function i2(t,e){
let n=t.createElement("figcaption");return n.append(e),n}function $y(t){return t.flat(1/0).filter(e=>e!=
null).map(o2)}function o2(t){return typeof t.render=="function"?t:new nc(t)}var nc=class extends rt{constructor(e){
if(typeof e!="function")throw new TypeError("invalid mark; missing render function");super(),this.render=
e}render(){}};function rc(t,e){for(let n in t)Iy(t[n],e);return t}function Iy(t,e){let{scale:n,transform:r=!0}=t;
if(n==null||!r)return;let{type:i,percent:o,interval:a,transform:s=o?u=>u==null?NaN:u*100:Uu(a,i)}=e[n]??
{};s!=null&&(t.value=tt(t.value,s),t.transform=!1)}function a2(t){for(let e in t)rl(e,t[e])}function Ei(t,e,n,r=$p){
for(let{channels:i}of e.values())for(let o in i){let a=i[o],{scale:s}=a;if(s!=null&&r(s))if(s==="pro\
jection"){if(!sg(n)){let u=n.x?.domain===void 0,l=n.y?.domain===void 0;if(u||l){let[c,f]=lg(a);u&&ec(
t,"x",c),l&&ec(t,"y",f)}}}else ec(t,s,a)}return t}function ec(t,e,n){let r=t.get(e);r!==void 0?r.push(
n):t.set(e,[n])}function s2(t,e){if(t==null)return;let{x:n,y:r}=t;if(n==null&&r==null)return;let i=ze(
t.data);if(i==null)throw new Error("missing facet data");let o={};n!=null&&(o.fx=Ar(i,{value:n,scale:"\
fx"})),r!=null&&(o.fy=Ar(i,{value:r,scale:"fy"})),rc(o,e);let a=Lo(i,o);return{channels:o,groups:a,data:t.
data}}function Cy(t,e,n){if(t.facet===null||t.facet==="super")return;let{fx:r,fy:i}=t;if(r!=null||i!=
null){let u=ze(t.data??r??i);if(u===void 0)throw new Error(`missing facet data in ${t.ariaLabel}`);if(u===
null)return;let l={};return r!=null&&(l.fx=Ar(u,{value:r,scale:"fx"})),i!=null&&(l.fy=Ar(u,{value:i,
scale:"fy"})),rc(l,n),{channels:l,groups:Lo(u,l)}}if(e===void 0)return;let{channels:o,groups:a,data:s}=e;
if(t.facet!=="auto"||t.data===s)return{channels:o,groups:a};s.length>0&&(a.size>1||a.size===1&&o.fx&&
o.fy&&[...a][0][1].size>1)&&un(ze(t.data))===un(s)&&Pt(`Warning: the ${t.ariaLabel} mark appears to \
use faceted data, but isn\u2019t faceted. The mark data has the same length as the facet data and the mar\
k facet option is "auto", but the mark data and facet data are distinct. If this mark should be face\
ted, set the mark facet option to true; otherwise, suppress this warning by setting the mark facet o\
ption to false.`)}function u2(t,e={}){return Xe({...e,x:null,y:null},(n,r,i,o,a,s)=>s.getMarkState(t))}
function l2(t){let e=[];for(let n of t){let r=n.tip;if(r){r===!0?r={}:typeof r=="string"&&(r={pointer:r});
let{pointer:i,preferredAnchor:o}=r;i=/^x$/i.test(i)?$l:/^y$/i.test(i)?Xo:ki,r=i(u2(n,r)),r.title=null,
o===void 0&&(r.preferredAnchor=i===Xo?"left":"bottom");let a=Di(n.data,r);a.facet=n.facet,a.facetAnchor=
n.facetAnchor,e.push(a)}}return e}function c2(t,e,n){let{projection:r,x:i={},y:o={},fx:a={},fy:s={},
axis:u,grid:l,facet:c={},facet:{axis:f=u,grid:h}=c,x:{axis:m=u,grid:d=m===null?null:l}=i,y:{axis:p=u,
grid:x=p===null?null:l}=o,fx:{axis:g=f,grid:y=g===null?null:h}=a,fy:{axis:v=f,grid:b=v===null?null:h}=s}=n;
(r||!_r(i)&&!Ay("x",t))&&(m=d=null),(r||!_r(o)&&!Ay("y",t))&&(p=x=null),e.has("fx")||(g=y=null),e.has(
"fy")||(v=b=null),m===void 0&&(m=!la(t,"x")),p===void 0&&(p=!la(t,"y")),g===void 0&&(g=!la(t,"fx")),
v===void 0&&(v=!la(t,"fy")),m===!0&&(m="bottom"),p===!0&&(p="left"),g===!0&&(g=m==="top"||m===null?"\
bottom":"top"),v===!0&&(v=p==="right"||p===null?"left":"right");let S=[];return ua(S,b,Gl,s),sa(S,v,
Ul,"right","left",c,s),ua(S,y,Hl,a),sa(S,g,Wl,"top","bottom",c,a),ua(S,x,Ai,o),sa(S,p,dn,"left","rig\
ht",n,o),ua(S,d,Ni,i),sa(S,m,Ve,"bottom","top",n,i),S}function sa(t,e,n,r,i,o,a){if(!e)return;let s=f2(
e);a=h2(s?r:e,o,a);let{line:u}=a;(n===dn||n===Ve)&&u&&!Bn(u)&&t.push(_y(m2(a))),t.push(n(a)),s&&t.push(
n({...a,anchor:i,label:null}))}function ua(t,e,n,r){!e||Bn(e)||t.push(n(p2(e,r)))}function f2(t){return/^\s*both\s*$/i.
test(t)}function h2(t,e,{line:n=e.line,ticks:r,tickSize:i,tickSpacing:o,tickPadding:a,tickFormat:s,tickRotate:u,
fontVariant:l,ariaLabel:c,ariaDescription:f,label:h=e.label,labelAnchor:m,labelArrow:d=e.labelArrow,
labelOffset:p}){return{anchor:t,line:n,ticks:r,tickSize:i,tickSpacing:o,tickPadding:a,tickFormat:s,tickRotate:u,
fontVariant:l,ariaLabel:c,ariaDescription:f,label:h,labelAnchor:m,labelArrow:d,labelOffset:p}}function m2(t){
let{anchor:e,line:n}=t;return{anchor:e,facetAnchor:e+"-empty",stroke:n===!0?void 0:n}}function p2(t,{
stroke:e=kr(t)?t:void 0,ticks:n=d2(t)?t:void 0,tickSpacing:r,ariaLabel:i,ariaDescription:o}){return{
stroke:e,ticks:n,tickSpacing:r,ariaLabel:i,ariaDescription:o}}function d2(t){switch(typeof t){case"n\
umber":return!0;case"string":return!kr(t)}return Yt(t)||typeof t?.range=="function"}function la(t,e){
let n=`${e}-axis `;return t.some(r=>r.ariaLabel?.startsWith(n))}function Ay(t,e){for(let n of e)for(let r in n.
channels){let{scale:i}=n.channels[r];if(i===t||i==="projection")return!0}return!1}function g2(t,e){for(let n in t){
let r=t[n],i=e[n];r.label===void 0&&i&&(r.label=i.label)}return t}function y2({fx:t,fy:e},n){let{marginTop:r,
marginRight:i,marginBottom:o,marginLeft:a,width:s,height:u}=Eo(n),l=t&&Ny(t),c=e&&Ny(e);return{marginTop:e?
c[0]:r,marginRight:t?s-l[1]:i,marginBottom:e?u-c[1]:o,marginLeft:t?l[0]:a,inset:{marginTop:n.marginTop,
marginRight:n.marginRight,marginBottom:n.marginBottom,marginLeft:n.marginLeft},width:s,height:u}}function Ny(t){
let e=t.domain();if(e.length===0)return[0,t.bandwidth()];let n=t(e[0]),r=t(e[e.length-1]);return r<n&&
([n,r]=[r,n]),[n,r+t.bandwidth()]}var x2=new Map([["basis",Um],["basis-closed",Gm],["basis-open",Vm],["bundle",Zm],["bump-x",Ym],["bum\
p-y",Pm],["cardinal",Km],["cardinal-closed",Qm],["cardinal-open",Jm],["catmull-rom",ep],["catmull-ro\
m-closed",rp],["catmull-rom-open",op],["linear",Ln],["linear-closed",sp],["monotone-x",cp],["monoton\
e-y",fp],["natural",mp],["step",pp],["step-after",gp],["step-before",dp]]);function ic(t=Ln,e){if(typeof t==
"function")return t;let n=x2.get(`${t}`.toLowerCase());if(!n)throw new Error(`unknown curve: ${t}`);
if(e!==void 0){if("beta"in n)return n.beta(e);if("tension"in n)return n.tension(e);if("alpha"in n)return n.
alpha(e)}return n}function Dy(t=Li,e){return typeof t!="function"&&`${t}`.toLowerCase()==="auto"?Li:
ic(t,e)}function Li(t){return Ln(t)}function b2(t={y:"count"},e={}){[t,e]=v2(t,e);let{x:n,y:r}=e;return _2(M2(n,e,et),null,null,r,t,Ci(e))}function w2(t,e,n={}){if(n?.interval==null)return n;let{reduce:r=Ao}=n,i={filter:null};return n[e]!=
null&&(i[e]=r),n[`${e}1`]!=null&&(i[`${e}1`]=r),n[`${e}2`]!=null&&(i[`${e}2`]=r),t(i,n)}function ca(t={}){
return w2(b2,"y",mn(t,"x"))}function _2(t,e,n,r,{data:i=el,filter:o=bi,sort:a,reverse:s,...u}={},l={}){t=Ey(t),e=Ey(e),u=T2(u,l),
i=Oy(i,et),a=a==null?void 0:Ly("sort",a,l),o=o==null?void 0:Fy("filter",o,l),n!=null&&wi(u,"x","x1",
"x2")&&(n=null),r!=null&&wi(u,"y","y1","y2")&&(r=null);let[c,f]=Qt(t),[h,m]=Qt(t),[d,p]=Qt(e),[x,g]=Qt(
e),[y,v]=n!=null?[n,"x"]:r!=null?[r,"y"]:[],[b,S]=Qt(y),{x:w,y:_,z:T,fill:$,stroke:N,x1:A,x2:C,y1:X,
y2:Y,domain:U,cumulative:Q,thresholds:ot,interval:W,...I}=l,[R,P]=Qt(T),[B]=Ot($),[F]=Ot(N),[H,J]=Qt(
B),[G,E]=Qt(F);return{..."z"in l&&{z:R||T},..."fill"in l&&{fill:H||$},..."stroke"in l&&{stroke:G||N},
...Un(I,(z,k,D)=>{let L=xi(st(z,y),D?.[v]),M=st(z,T),V=st(z,B),O=st(z,F),Z=td(u,{z:M,fill:V,stroke:O}),
at=[],$t=[],Ze=L&&S([]),gn=M&&P([]),Jy=V&&J([]),t0=O&&E([]),dc=t&&f([]),e0=t&&m([]),gc=e&&p([]),n0=e&&
g([]),r0=C2(t,e,z),i0=0;for(let jn of u)jn.initialize(z);a&&a.initialize(z),o&&o.initialize(z);for(let jn of k){
let yc=[];for(let Zn of u)Zn.scope("facet",jn);a&&a.scope("facet",jn),o&&o.scope("facet",jn);for(let[
Zn,o0]of tl(jn,Z))for(let[a0,Fi]of tl(o0,L))for(let[se,Ae]of r0(Fi))if(Z&&(Ae.z=Zn),!(o&&!o.reduce(se,
Ae))){yc.push(i0++),$t.push(i.reduceIndex(se,z,Ae)),L&&Ze.push(a0),M&&gn.push(Z===M?Zn:M[(se.length>
0?se:Fi)[0]]),V&&Jy.push(Z===V?Zn:V[(se.length>0?se:Fi)[0]]),O&&t0.push(Z===O?Zn:O[(se.length>0?se:Fi)[0]]),
dc&&(dc.push(Ae.x1),e0.push(Ae.x2)),gc&&(gc.push(Ae.y1),n0.push(Ae.y2));for(let s0 of u)s0.reduce(se,
Ae);a&&a.reduce(se,Ae)}at.push(yc)}return ed(at,a,s),{data:$t,facets:at}}),...!wi(u,"x")&&(c?{x1:c,x2:h,
x:Tr(c,h)}:{x:w,x1:A,x2:C}),...!wi(u,"y")&&(d?{y1:d,y2:x,y:Tr(d,x)}:{y:_,y1:X,y2:Y}),...b&&{[v]:b},...Object.
fromEntries(u.map(({name:z,output:k})=>[z,k]))}}function v2({cumulative:t,domain:e,thresholds:n,interval:r,
...i},o){return[i,{cumulative:t,domain:e,thresholds:n,interval:r,...o}]}function M2(t,{cumulative:e,
domain:n,thresholds:r,interval:i},o){return t={...Te(t)},t.domain===void 0&&(t.domain=n),t.cumulative===
void 0&&(t.cumulative=e),t.thresholds===void 0&&(t.thresholds=r),t.interval===void 0&&(t.interval=i),
t.value===void 0&&(t.value=o),t.thresholds=S2(t.thresholds,t.interval),t}function Ey(t){if(t==null)return;let{value:e,cumulative:n,domain:r=Tt,thresholds:i}=t,o=a=>{let s=st(
a,e),u;if(ct(s)||$2(i)){s=tt(s,Yu,Float64Array);let[c,f]=typeof r=="function"?r(s):r,h=typeof i=="fu\
nction"&&!ln(i)?i(s,c,f):i;typeof h=="number"&&(h=ro(c,f,h)),ln(h)&&(r===Tt&&(c=h.floor(c),f=h.offset(
h.floor(f))),h=h.range(c,h.offset(f))),u=h}else{s=_e(s);let[c,f]=typeof r=="function"?r(s):r,h=typeof i==
"function"&&!ln(i)?i(s,c,f):i;if(typeof h=="number")if(r===Tt){let m=tr(c,f,h);if(isFinite(m))if(m>0){
let d=Math.round(c/m),p=Math.round(f/m);d*m<=c||--d,p*m>f||++p;let x=p-d+1;h=new Float64Array(x);for(let g=0;g<
x;++g)h[g]=(d+g)*m}else if(m<0){m=-m;let d=Math.round(c*m),p=Math.round(f*m);d/m<=c||--d,p/m>f||++p;
let x=p-d+1;h=new Float64Array(x);for(let g=0;g<x;++g)h[g]=(d+g)/m}else h=[c];else h=[c]}else h=Ke(c,
f,h);else ln(h)&&(r===Tt&&(c=h.floor(c),f=h.offset(h.floor(f))),h=h.range(c,h.offset(f)));u=h}let l=[];
if(u.length===1)l.push([u[0],u[0]]);else for(let c=1;c<u.length;++c)l.push([u[c-1],u[c]]);return l.bin=
(n<0?N2:n>0?A2:oc)(l,u,s),l};return o.label=oe(e),o}function S2(t,e,n=Ry){if(t===void 0)return e===void 0?
n:Se(e);if(typeof t=="string"){switch(t.toLowerCase()){case"freedman-diaconis":return Rc;case"scott":
return Ta;case"sturges":return Ac;case"auto":return Ry}return gi(t)}return t}function T2(t,e){return Jp(
t,e,Ly)}function Ly(t,e,n){return Qu(t,e,n,Fy)}function Fy(t,e,n){return Ju(t,e,n,Oy)}function Oy(t,e){
return _i(t,e,k2)}function k2(t){switch(`${t}`.toLowerCase()){case"x":return I2;case"x1":return E2;case"\
x2":return R2;case"y":return D2;case"y1":return L2;case"y2":return F2;case"z":return nd}throw new Error(
`invalid bin reduce: ${t}`)}function Ry(t,e,n){return Math.min(200,Ta(t,e,n))}function $2(t){return Ep(
t)||Yt(t)&&ct(t)}function C2(t,e,n){let r=t?.(n),i=e?.(n);return r&&i?function*(o){let a=r.bin(o);for(let[
s,[u,l]]of r.entries()){let c=i.bin(a[s]);for(let[f,[h,m]]of i.entries())yield[c[f],{data:n,x1:u,y1:h,
x2:l,y2:m}]}}:r?function*(o){let a=r.bin(o);for(let[s,[u,l]]of r.entries())yield[a[s],{data:n,x1:u,x2:l}]}:
function*(o){let a=i.bin(o);for(let[s,[u,l]]of i.entries())yield[a[s],{data:n,y1:u,y2:l}]}}function oc(t,e,n){
return e=_e(e),r=>{let i=t.map(()=>[]);for(let o of r)i[nr(e,n[o])-1]?.push(o);return i}}function A2(t,e,n){
let r=oc(t,e,n);return i=>{let o=r(i);for(let a=1,s=o.length;a<s;++a){let u=o[a-1],l=o[a];for(let c of u)
l.push(c)}return o}}function N2(t,e,n){let r=oc(t,e,n);return i=>{let o=r(i);for(let a=o.length-2;a>=
0;--a){let s=o[a+1],u=o[a];for(let l of s)u.push(l)}return o}}function Yy(t,e){let n=(+t+ +e)/2;return t instanceof
Date?new Date(n):n}var I2={reduceIndex(t,e,{x1:n,x2:r}){return Yy(n,r)}},D2={reduceIndex(t,e,{y1:n,y2:r}){
return Yy(n,r)}},E2={reduceIndex(t,e,{x1:n}){return n}},R2={reduceIndex(t,e,{x2:n}){return n}},L2={reduceIndex(t,e,{
y1:n}){return n}},F2={reduceIndex(t,e,{y2:n}){return n}};var Y2={ariaLabel:"area",strokeWidth:1,strokeLinecap:"round",strokeLinejoin:"round",strokeMiterlimit:1},
fa=class extends rt{constructor(e,n={}){let{x1:r,y1:i,x2:o,y2:a,z:s,curve:u,tension:l}=n;super(e,{x1:{
value:r,scale:"x"},y1:{value:i,scale:"y"},x2:{value:o,scale:"x",optional:!0},y2:{value:a,scale:"y",optional:!0},
z:{value:Mr(n),optional:!0}},n,Y2),this.z=s,this.curve=ic(u,l)}filter(e){return e}render(e,n,r,i,o){
let{x1:a,y1:s,x2:u=a,y2:l=s}=r;return K("svg:g",o).call(yt,this,i,o).call(xt,this,n,0,0).call(c=>c.selectAll().
data(zo(e,[a,s,u,l],this,r)).enter().append("path").call(mt,this).call(qo,this,r).attr("d",Fm().curve(
this.curve).defined(f=>f>=0).x0(f=>a[f]).y0(f=>s[f]).x1(f=>u[f]).y1(f=>l[f]))).node()}};function ac(t,e){let{x:n=we,...r}=ca(e);return new fa(t,Ql(Zl({...r,x1:n,x2:void 0},n===we?"y2":"y")))}var P2={ariaLabel:"bar"},sc=class extends rt{constructor(e,n,r={},i=P2){super(e,n,r,i),na(this,r),ra(
this,r)}render(e,n,r,i,o){let{rx:a,ry:s,rx1y1:u,rx1y2:l,rx2y1:c,rx2y2:f}=this,h=this._x(n,r,i),m=this.
_y(n,r,i),d=this._width(n,r,i),p=this._height(n,r,i);return K("svg:g",o).call(yt,this,i,o).call(this.
_transform,this,n).call(x=>x.selectAll().data(e).enter().call(u||l||c||f?g=>g.append("path").call(mt,
this).call(ia,h,m,Py(h,d),Py(m,p),this).call(Bt,this,r):g=>g.append("rect").call(mt,this).attr("x",h).
attr("width",d).attr("y",m).attr("height",p).call(q,"rx",a).call(q,"ry",s).call(Bt,this,r))).node()}_x(e,{
x:n},{marginLeft:r}){let{insetLeft:i}=this;return n?o=>n[o]+i:r+i}_y(e,{y:n},{marginTop:r}){let{insetTop:i}=this;
return n?o=>n[o]+i:r+i}_width({x:e},{x:n},{marginRight:r,marginLeft:i,width:o}){let{insetLeft:a,insetRight:s}=this,
u=n&&e?e.bandwidth():o-r-i;return Math.max(0,u-a-s)}_height({y:e},{y:n},{marginTop:r,marginBottom:i,
height:o}){let{insetTop:a,insetBottom:s}=this,u=n&&e?e.bandwidth():o-r-i;return Math.max(0,u-a-s)}};
function Py(t,e){return typeof t=="function"&&typeof e=="function"?n=>t(n)+e(n):typeof t=="function"?
n=>t(n)+e:typeof e=="function"?n=>t+e(n):t+e}var ha=class extends sc{constructor(e,n={},r){let{x1:i,
x2:o,y:a}=n;super(e,{x1:{value:i,scale:"x"},x2:{value:o,scale:"x"},y:{value:a,scale:"y",type:"band",
optional:!0}},n,r)}_transform(e,n,{x:r}){e.call(xt,n,{x:r},0,0)}_x({x:e},{x1:n,x2:r},{marginLeft:i}){
let{insetLeft:o}=this;return fn(e)?i+o:a=>Math.min(n[a],r[a])+o}_width({x:e},{x1:n,x2:r},{marginRight:i,
marginLeft:o,width:a}){let{insetLeft:s,insetRight:u}=this;return fn(e)?a-i-o-s-u:l=>Math.max(0,Math.
abs(r[l]-n[l])-s-u)}};function uc(t,e={}){return zu(e)||(e={...e,y:we,x2:et}),new ha(t,Kl(Go(jl(e))))}var B2={ariaLabel:"dot",fill:"none",stroke:"currentColor",strokeWidth:1.5};function q2(t){return t.sort===
void 0&&t.reverse===void 0?Zp({channel:"-r"},t):t}var ma=class extends rt{constructor(e,n={}){let{x:r,
y:i,r:o,rotate:a,symbol:s=Fn,frameAnchor:u}=n,[l,c]=ut(a,0),[f,h]=Hp(s),[m,d]=ut(o,f==null?3:4.5);super(
e,{x:{value:r,scale:"x",optional:!0},y:{value:i,scale:"y",optional:!0},r:{value:m,scale:"r",filter:Yn,
optional:!0},rotate:{value:l,optional:!0},symbol:{value:f,scale:"auto",optional:!0}},q2(n),B2),this.
r=d,this.rotate=c,this.symbol=h,this.frameAnchor=cn(u);let{channels:p}=this,{symbol:x}=p;if(x){let{fill:g,
stroke:y}=p;x.hint={fill:g?g.value===x.value?"color":"currentColor":this.fill??"currentColor",stroke:y?
y.value===x.value?"color":"currentColor":this.stroke??"none"}}}render(e,n,r,i,o){let{x:a,y:s}=n,{x:u,
y:l,r:c,rotate:f,symbol:h}=r,{r:m,rotate:d,symbol:p}=this,[x,g]=Ce(this,i),y=p===Fn,v=c?void 0:m*m*Math.
PI;return gr(m)&&(e=[]),K("svg:g",o).call(yt,this,i,o).call(xt,this,{x:u&&a,y:l&&s}).call(b=>b.selectAll().
data(e).enter().append(y?"circle":"path").call(mt,this).call(y?S=>{S.attr("cx",u?w=>u[w]:x).attr("cy",
l?w=>l[w]:g).attr("r",c?w=>c[w]:m)}:S=>{S.attr("transform",Br`translate(${u?w=>u[w]:x},${l?w=>l[w]:g})${f?
w=>` rotate(${f[w]})`:d?` rotate(${d})`:""}`).attr("d",c&&h?w=>{let _=fe();return h[w].draw(_,c[w]*c[w]*
Math.PI),_}:c?w=>{let _=fe();return p.draw(_,c[w]*c[w]*Math.PI),_}:h?w=>{let _=fe();return h[w].draw(
_,v),_}:(()=>{let w=fe();return p.draw(w,v),w})())}).call(Bt,this,r)).node()}};function pa(t,{x:e,y:n,
...r}={}){return r.frameAnchor===void 0&&([e,n]=Me(e,n)),new ma(t,{...r,x:e,y:n})}var z2={ariaLabel:"line",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinecap:"round",strokeLinejoin:"\
round",strokeMiterlimit:1},da=class extends rt{constructor(e,n={}){let{x:r,y:i,z:o,curve:a,tension:s}=n;
super(e,{x:{value:r,scale:"x"},y:{value:i,scale:"y"},z:{value:Mr(n),optional:!0}},n,z2),this.z=o,this.
curve=Dy(a,s),$i(this,n)}filter(e){return e}project(e,n,r){this.curve!==Li&&super.project(e,n,r)}render(e,n,r,i,o){
let{x:a,y:s}=r,{curve:u}=this;return K("svg:g",o).call(yt,this,i,o).call(xt,this,n).call(l=>l.selectAll().
data(zo(e,[a,s],this,r)).enter().append("path").call(mt,this).call(qo,this,r).call(_g,this,r,o).attr(
"d",u===Li&&o.projection?X2(o.path(),a,s):uu().curve(u).defined(c=>c>=0).x(c=>a[c]).y(c=>s[c]))).node()}};
function X2(t,e,n){return e=_e(e),n=_e(n),r=>{let i=[],o=[i];for(let a of r)a===-1?(i=[],o.push(i)):
i.push([e[a],n[a]]);return t({type:"MultiLineString",coordinates:o})}}function lc(t,{x:e=we,y:n=et,...r}={}){return new da(t,ca({...r,x:e,y:n}))}rt.prototype.plot=function({marks:t=[],...e}={}){return Ri({...e,marks:[...t,this]})};var Vn=document.documentElement.dir==="rtl",Gy=t=>JSON.parse(t.textContent),je=Gy(document.getElementById(
"form")),By=["circle","square","triangle","diamond"],Hy=t=>By[t%By.length],ga=t=>`var(--brand-${t%8}\
)`,qy=t=>t.tone?`var(--tone-${t.tone})`:ga(t.at);function Ur(t){return t.replace(/[0-9.\-+]/g,e=>e===
"."?je.decimal:e==="-"?je.minus:e==="+"?je.plus:je.digits[+e])}function cc(t,e,n){return Ur((n&&t>0?
"+":"")+t.toFixed(e))}var ya=(t,...e)=>t.replace(/\{(\d)\}/g,(n,r)=>e[r-1]);function Vy(t){let e=[t.
name];return t.series&&e.unshift(t.series),e.push(t.range?`${t.text} (${t.range})`:t.text),t.n!=null&&
e.push(`n = ${Ur(String(t.n))}`),e.join(`
`)}var U2=t=>[0,1].find(e=>Math.abs(t-t.toFixed(e))<1e-9)??2,jy=t=>e=>t.unit==="count"?Number.isInteger(
e)?Ur(String(e)):"":cc(e,U2(e),t.signed),fc=document.createElement("canvas").getContext("2d");function Zy(t,e){
fc.font="13px system-ui, sans-serif";let n=Math.max(0,...t.map(r=>fc.measureText(r).width));return Math.
ceil(Math.min(n+16,e*.38))}function Ky(t,e){let n=t;for(;n.length>1&&fc.measureText(n).width>e;)n=n.
slice(0,-2)+"\u2026";return n}function mc(t,e){return Vn?{marginLeft:e,marginRight:t}:{marginLeft:t,
marginRight:e}}var pc=(t,e)=>Di(t,ki({...e,title:"tip",fontSize:13,textPadding:10,pathFilter:null}));
function W2(t,e){let n=new Set;if(t.names==null)for(let f of t.rows){for(;n.has(f.name);)f.name+="\u200B";
n.add(f.name)}let r=t.rows.filter(f=>f.value!=null),i=[...new Set(t.rows.map(f=>f.name))],o=[...new Set(
t.rows.map(f=>f.at))],a=t.names!=null,s=a?Math.max(30,11*o.length+14):38,u=Zy(i,e),l=f=>a?(o.indexOf(
f)-(o.length-1)/2)*11:0,c={y:"name",insetTop:0};return r.forEach(f=>{a&&(f.series=t.names[f.at]),f.tip=
Vy(f)}),{...mc(u,18),marginTop:8,marginBottom:30,height:i.length*s+42,x:{domain:t.domain,label:null,
reverse:Vn},y:{domain:i,label:null,type:"point",padding:.5},marks:[Ni({stroke:"var(--line)",strokeOpacity:1,
ticks:5}),Ve({tickFormat:jy(t),tickSize:0,ticks:5}),dn({anchor:Vn?"right":"left",tickSize:0,tickFormat:f=>Ky(
f,u-14),fontSize:13,tickPadding:8}),t.zero==null?null:Yr([t.zero],{stroke:"var(--soft)"}),...o.map(f=>[
Pr(r.filter(h=>h.at===f&&h.low!=null),{...c,x1:"low",x2:"high",dy:l(f),stroke:qy,strokeWidth:a?4:7,strokeOpacity:.38,
strokeLinecap:"round"}),pa(r.filter(h=>h.at===f),{...c,x:"value",dy:l(f),fill:qy,r:a?4:5.5,symbol:Hy(
f),stroke:"var(--sheet)",strokeWidth:1.2})]),a?null:Hn(r,{...c,x:"value",dy:-13,text:"text",fontSize:12,
fontWeight:650,fill:"var(--ink)"}),pc(r,{...c,x:"value"})]}}function G2(t,e){let n=t.rows.map(o=>o.name),
r=Zy(n,e),i=t.rows.flatMap(o=>{let a=o.parts.reduce((u,l)=>u+l,0),s=0;return a===0?[]:o.parts.map((u,l)=>{
let c={name:o.name,colour:t.colours[l],ink:t.inks[l],from:100*s/a,share:100*u/a};return s+=u,c.to=100*
s/a,c.middle=(c.from+c.to)/2,c.tip=`${o.name}
${t.names[l]}: ${ya(je.percent,cc(c.share,1))}
n = ${Ur(String(u))}`,c})});return{...mc(r,12),marginTop:4,marginBottom:26,height:n.length*40+32,x:{
domain:[0,100],label:null,reverse:Vn},y:{domain:n,label:null,padding:.22},marks:[uc(i,{x1:"from",x2:"\
to",y:"name",fill:o=>`var(--${o.colour})`,inset:.6,r:2}),Hn(i.filter(o=>o.share*(e-r)>3200),{x:"midd\
le",y:"name",fontSize:12,fontWeight:600,fill:o=>`var(--${o.ink})`,text:o=>ya(je.percent,cc(o.share,0))}),
Ve({tickFormat:o=>ya(je.percent,Ur(String(o))),tickSize:0,ticks:4}),dn({anchor:Vn?"right":"left",tickSize:0,
tickFormat:o=>Ky(o,r-14),fontSize:13,tickPadding:8}),pc(i,{x:"middle",y:"name"})]}}var H2=t=>Date.UTC(
+t.slice(0,4),+t.slice(5,7)-1);function V2(t,e){let n=[];for(let r=new Date(t);+r<=e;r.setUTCMonth(r.
getUTCMonth()+1))n.push(+r);return n}function zy(t,e){let n=t.rows.filter(f=>f.value!=null),r=t.kind===
"steps",i=[...new Set(n.map(f=>f.at))],o=f=>r?f.x:H2(f.name),a=r?[]:V2(Math.min(...n.map(o)),Math.max(
...n.map(o))),s={x:f=>r?f.x:new Date(f.time),y:"value"},u=i.map(f=>{let h=new Map(n.filter(m=>m.at===
f).map(m=>[o(m),m]));return r?[...h.values()]:a.map(m=>{let d=h.get(m);return d===void 0?{time:m,at:f,
value:NaN,low:NaN,high:NaN}:{...d,time:m,name:Xy(m)}})}),l=u.flat().filter(f=>!Number.isNaN(f.value)),
c=r?"step-after":"linear";return l.forEach(f=>{f.series=t.names[f.at],f.tip=Vy(f)}),{...mc(44,20),marginTop:12,
marginBottom:30,height:Math.max(210,Math.min(300,e*.42)),x:{label:null,type:r?"linear":"utc",reverse:Vn,
domain:t.xDomain,inset:r?0:8},y:{label:null,domain:t.domain,nice:!t.domain,zero:["count","rate"].includes(
t.unit)},marks:[Ai({stroke:"var(--line)",strokeOpacity:1,ticks:5}),dn({anchor:Vn?"right":"left",tickSize:0,
ticks:5,tickFormat:jy(t)}),r?Ve({ticks:t.ticks.map(f=>f[0]),tickSize:4,tickFormat:f=>(t.ticks.find(h=>h[0]===
f)||["",""])[1]}):Ve({ticks:j2(a,e),tickSize:4,tickFormat:f=>Xy(+f)}),t.zero==null?null:Pr([t.zero],
{stroke:"var(--soft)"}),t.marks?Yr(t.marks.map(f=>new Date(f.time)),{stroke:"var(--bad)",strokeDasharray:"\
3 3"}):null,...u.map((f,h)=>[f.some(m=>m.low!=null)?ac(f,{x:s.x,y1:"low",y2:"high",curve:c,fill:ga(i[h]),
fillOpacity:.13}):null,lc(f,{...s,curve:c,stroke:ga(i[h]),strokeWidth:2.2})]),r?null:u.map((f,h)=>pa(
f.filter(m=>!Number.isNaN(m.value)),{...s,symbol:Hy(i[h]),r:3.6,fill:ga(i[h]),stroke:"var(--sheet)",
strokeWidth:1})),pc(l,s)]}}function j2(t,e){let n=Math.max(2,Math.floor(e/74)),r=Math.ceil(t.length/
n);return t.filter((i,o)=>(t.length-1-o)%r===0).map(i=>new Date(i))}function Xy(t){let e=new Date(t);
return ya(je.month,je.months[e.getUTCMonth()],Ur(String(e.getUTCFullYear())))}var Z2={intervals:W2,stack:G2,
lines:zy,steps:zy};function K2(t){let e=Gy(t.querySelector("script")),n=t.querySelector(".canvas"),r=t.
querySelector("figcaption").textContent,i=Math.floor(t.parentElement.classList.contains("grid")?n.clientWidth:
Math.min(n.clientWidth,900));if(i<40)return;let o=Z2[e.kind](e,i),a=Ri({...o,marks:o.marks.flat(3),width:i,
className:"plot",style:{background:"none"}});a.querySelectorAll("style").forEach(s=>s.remove()),a.querySelectorAll(
"[aria-label], [aria-description]").forEach(s=>{s.removeAttribute("aria-label"),s.removeAttribute("a\
ria-description")}),a.setAttribute("role","img"),a.setAttribute("aria-label",r),n.replaceChildren(a)}
var Uy=[...document.querySelectorAll("figure.chart")];function Qy(){for(let t of Uy)t.classList.add(
"drawn");for(let t of Uy)try{K2(t)}catch(e){t.classList.remove("drawn"),console.error(e)}}var hc=0,Wy=0;
function Q2(){window.innerWidth!==hc&&(hc=window.innerWidth,cancelAnimationFrame(Wy),Wy=requestAnimationFrame(
Qy))}hc=window.innerWidth;Qy();addEventListener("resize",Q2);})();
