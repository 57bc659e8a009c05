// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function checkbox(label,model,name,save){let input=html("input",{type:"checkbox","aria-label":label,change:()=>save({[name]:input.
checked})});return follow(model,name,()=>{input.checked=model.get(name)}),html("label",{},input,label)}function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10},ARROWS={ArrowRight:[1,0],ArrowLeft:[
-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){
let node=svg("g",{class:"handle",...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?
"vertical":"horizontal"},...{"aria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",
event=>{let by=STEPS[event.key],end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();
let next=end??get()+by*step*(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{
node.setAttribute("aria-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function pointHandle(label,panel,picture,{
low,high,step,scale=1,get,put},...shapes){let node=svg("g",{class:"handle",...KEEP_KEYS,...{role:"slider",tabindex:0,"ar\
ia-label":label,"aria-roledescription":"point"},...{"aria-valuemin":low,"aria-valuemax":high}},...shapes),move=point=>put(
point.map(v=>clamp(roundTo(v,step),low,high)));return node.addEventListener("keydown",event=>{let by=ARROWS[event.key];by&&
(event.preventDefault(),move(get().map((v,i)=>v+by[i]*step*(event.shiftKey?10:1))))}),onDrag(node,picture,(x,y)=>move(panel.
dataAt(x,y).map(v=>v/scale))),Object.assign(node,{show:()=>{let[a,b]=get();node.setAttribute("transform",`translate(${panel.
px(a*scale)} ${panel.py(b*scale)})`),node.setAttribute("aria-valuenow",String(a)),node.setAttribute("aria-valuetext",`${formatNumber(
a)}, ${formatNumber(b)}`)}})}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function classPoints(points,r=3.8){let arm=.9*r,start=(point,left,up)=>`M${(point[0]-left).toFixed(1)} ${(point[1]-up).toFixed(
1)}`,circle=size=>point=>`${start(point,size,0)}a${size} ${size} 0 1 0 ${2*size} 0a${size} ${size} 0 1 0 ${-2*size} 0`,cross=point=>`${start(
point,arm,arm)}l${2*arm} ${2*arm}m0 ${-2*arm}l${-2*arm} ${2*arm}`,shape=(some,outline,style)=>svg("path",{d:some.map(outline).
join(""),class:style});return[shape(points.filter(point=>point[2]>0),circle(r),"fill green"),shape(points.filter(point=>!(point[2]>
0)),cross,"line red"),shape(points.filter(point=>point[3]),circle(2*r),"line thin ink")]}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
slice(i*width,(i+1)*width)])}function interpolate(values,low,step){return z=>{let place=(z-low)/step,left=clamp(Math.floor(place+1e-6),0,values.length-
2);return values[left]+(place-left)*(values[left+1]-values[left])}}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[SIDE,REACH,ARROW]=[340,3,.5];function render({model,el}){let root=createRoot(el,"Perceptron's line"),save=saveDebounced(
model),sigmoid=interpolate(toNumbers(model.get("table")),-40,.02),dots=toRows(toNumbers(model.get("dots")),3),panel=new Panel(
{x:28,y:10,width:SIDE,height:SIDE,xs:[-REACH,REACH],ys:[-REACH,REACH]});panel.axes([-3,-2,-1,0,1,2,3],[-3,-2,-1,0,1,2,3],
"x₁"),panel.frame.append(textAt(panel.x+5,24,"x₂",{class:"quiet halo"}));let picture=svg("svg",{viewBox:"0 0 848 388"}),
yes=svg("path",{class:"fill green",opacity:.14}),line=svg("path",{class:"line ink"}),soft=svg("path",{class:"line thin d\
otted ink"}),shaft=svg("path",{class:"line blue"}),marks=svg("g"),sides=[textAt(0,0,"ŷ > ½",{class:"fill green halo","\
text-anchor":"middle"}),textAt(0,0,"ŷ < ½",{class:"fill red halo","text-anchor":"middle"})],get=(...names)=>names.map(
name=>model.get(name)),tip=pointHandle("weights w₁, w₂",panel,picture,{low:-4,high:4,step:.1,scale:ARROW,get:()=>get(
"w1","w2"),put:([w1,w2])=>save({w1,w2})},svg("circle",{r:11,class:"ring"}),svg("circle",{r:6,class:"fill blue"})),point=pointHandle(
"point x₁, x₂",panel,picture,{low:-REACH,high:REACH,step:.1,get:()=>get("x1","x2"),put:([x1,x2])=>save({x1,x2})},svg(
"circle",{r:12,class:"ring"}),svg("path",{d:"M0 -8l8 8l-8 8l-8 -8z",class:"fill ink"})),moved=w0=>save({w0:clamp(roundTo(
w0,.1),-6,6)}),slide=handle("bias w₀",{low:-6,high:6,step:.1,get:()=>model.get("w0"),put:moved},svg("circle",{r:11,class:"\
ring"}),svg("rect",{x:-6,y:-6,width:12,height:12,class:"fill orange"}));onDrag(slide,picture,(x,y)=>{let at=[(x-panel.x)/
SIDE*2*REACH-REACH,REACH-(y-panel.y)/SIDE*2*REACH];moved(-(model.get("w1")*at[0]+model.get("w2")*at[1]))});let sum=workings(
{sigmoid});panel.inside.append(yes,soft,line,marks,shaft,...sides),picture.append(panel.node,slide,tip,point,sum.node);let says=html(
"p",{class:"says","aria-live":"polite"});root.append(controlBar(slider("w₀",model,"w0",{min:-6,max:6,step:.1},save),slider(
"w₁",model,"w1",{min:-4,max:4,step:.1},save),slider("w₂",model,"w2",{min:-4,max:4,step:.1},save),checkbox("with bias",
model,"bias",save)),picture,says),drawOnChange(root,model,["w0","w1","w2","x1","x2","bias"],()=>draw({dots,get,line,marks,
panel,point,says,shaft,sides,sigmoid,slide,soft,sum,tip,yes}))}function workings({sigmoid}){let[left,zero,unit]=[420,690,
10],node=svg("g"),rows=["orange","blue","blue","ink"].map((colour,i)=>{let y=30+i*30+(i===3?8:0),bar=svg("rect",{y:y-9,height:16,
rx:2,class:`fill ${colour}`}),label=textAt(left,y+4,"",{class:i===3?"title":""}),value=svg("text",{y:y+4});return node.append(
label,bar,value),{bar,label,value}}),plot=new Panel({x:450,y:190,width:380,height:140,xs:[-10,10],ys:[-.1,1.1]});plot.axes(
[-10,-5,0,5,10],[0,.5,1],"z");let zs=Array.from({length:201},(_,i)=>-10+i/10),place=svg("circle",{r:6,class:"fill ink"}),
drop=svg("path",{class:"line thin dotted ink"}),output=textAt(left,176,"",{class:"title"});return plot.inside.append(svg(
"path",{d:plot.path(zs,zs.map(sigmoid)),class:"line green"}),drop),node.append(svg("path",{d:`M${zero} 12v128M${left} 11\
0h428`,class:"hair"}),output,plot.node,place),{node,show:({w0,w1,w2,x1,x2,z,y,bias})=>{let n=v=>v<0?`(${formatNumber(v)}\
)`:formatNumber(v),labels=[bias?`w₀ = ${formatNumber(w0)}`:"no bias",`w₁ x₁ = ${n(w1)} · ${n(x1)} = ${formatNumber(
w1*x1)}`,`w₂ x₂ = ${n(w2)} · ${n(x2)} = ${formatNumber(w2*x2)}`,`sum z = ${formatNumber(z)}`];[w0,w1*x1,w2*x2,z].forEach(
(v,i)=>{let length=Math.min(Math.abs(v)*unit,v<0?110:128);setAttributes(rows[i].bar,{x:v<0?zero-length:zero,width:length},
[]),rows[i].label.textContent=labels[i],setAttributes(rows[i].value,{x:v<0?zero+6:zero-6,"text-anchor":v<0?"start":"end"},
[]),rows[i].value.textContent=""});let at=clamp(z,-10,10);setAttributes(place,{cx:plot.px(at),cy:plot.py(y)},[]),drop.setAttribute(
"d",`M${plot.px(at)} ${plot.py(-.1)}V${plot.py(y)}`),output.textContent=`ŷ = σ(z) = ${formatNumber(y)}`}}}function draw({
dots,get,line,marks,panel,point,says,shaft,sides,sigmoid,slide,soft,sum,tip,yes}){let[given,w1,w2,x1,x2,bias]=get("w0","\
w1","w2","x1","x2","bias"),w0=bias?given:0,long=Math.hypot(w1,w2),foot=level=>long?[(level-w0)*w1/long**2,(level-w0)*w2/
long**2]:[0,0],along=level=>{let[fx2,fy2]=foot(level),[dx,dy]=[-w2/long*20,w1/long*20];return[[fx2-dx,fy2-dy],[fx2+dx,fy2+
dy]]},path=points=>panel.path(points.map(p=>p[0]),points.map(p=>p[1])),far=along(0),beyond=([x,y2])=>[x+w1/long*20,y2+w2/
long*20];line.setAttribute("d",long?path(far):""),soft.setAttribute("d",long?path(along(2.1972))+path(along(-2.1972)):""),
yes.setAttribute("d",long?`${path([...far,beyond(far[1]),beyond(far[0])])}Z`:""),shaft.setAttribute("d",panel.path([0,w1*
ARROW],[0,w2*ARROW]));let[fx,fy]=foot(0);sides.forEach((label,i)=>{let away=(i?-1:1)*.75,shift=1.5,at=long?[fx+w1/long*away+
w2/long*shift,fy+w2/long*away-w1/long*shift]:[0,9];setAttributes(label,{x:clamp(panel.px(at[0]),panel.x+24,panel.x+SIDE-
24),y:clamp(panel.py(at[1]),panel.y+14,panel.y+SIDE-6)},[])});let crosses=Math.abs(w0)<REACH*(Math.abs(w1)+Math.abs(w2)),
inside=long>0&&Math.abs(fx)<=REACH&&Math.abs(fy)<=REACH;slide.setAttribute("visibility",bias&&inside?"visible":"hidden"),
slide.setAttribute("transform",`translate(${panel.px(fx)} ${panel.py(fy)})`);for(let node of[slide,tip,point])node.show();
let wrong=dots.filter(([a,b,kind])=>w0+w1*a+w2*b>0!=kind>0);marks.replaceChildren(...classPoints(dots.map(dot=>[panel.px(
dot[0]),panel.py(dot[1]),dot[2],wrong.includes(dot)])));let z=w0+w1*x1+w2*x2,y=sigmoid(z);sum.show({w0,w1,w2,x1,x2,z,y,bias});
let right=dots.length-wrong.length;return says.replaceChildren(...sentence({long,crosses,bias,w0,w1,w2,right,of:dots.length,
y})),{w:[w0,w1,w2],x:[x1,x2],z,y,line:w2?[-1,0,1].map(a=>-(w0+w1*a)/w2):null,right,of:dots.length}}function sentence({long,
crosses,bias,w0,w1,w2,right,of,y}){let count=of?[html("b",{},`${right} of ${of} right. `)]:[];if(!long)return[...count,"\
Both weights are 0, so ŷ does not depend on x, and there is no decision boundary."];if(!bias)return[...count,"Without a\
 bias, z is 0 at the origin, so the line always goes through the origin."];if(!crosses)return[...count,"The line is outs\
ide of the picture, so the prediction is the same for all x in the picture."];if(of&&right===of)return[...count,"All poi\
nts are on the right side of the line. Other lines can do this too."];if(of)return[...count,"Circles mark points on the \
wrong side. Drag the arrow to turn the line, and the square to move it."];let formula=`${formatNumber(w0)} ${w1<0?"−":
"+"} ${formatNumber(Math.abs(w1))} x₁ ${w2<0?"−":"+"} ${formatNumber(Math.abs(w2))} x₂ = 0`,side=Math.abs(y-.5)<.005?
"x lies on the line, so ŷ = ½.":`x lies on the side where ŷ ${y>.5?">":"<"} ½.`;return[`The line is ${formula}. ${side}\
 On the dotted lines ŷ is 0.1 and 0.9.`]}var hand_line_default={render};export{hand_line_default as default};
