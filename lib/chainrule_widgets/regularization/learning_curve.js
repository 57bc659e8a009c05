// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Learning curve"),save=saveDebounced(model),[sizes,names,losses]=["si\
zes","names","losses"].map(name=>model.get(name)),colours=["blue","orange","green"],places=sizes.map((_,i)=>i),last=sizes.
length-1,top=1.06*Math.max(...losses.flat(2)),panel=new Panel({x:48,y:16,width:520,height:250,xs:[-.2,last+.2],ys:[0,top]});
panel.axes([],ticks(0,top,5),"training examples"),sizes.forEach((n,i)=>{panel.frame.append(svg("path",{d:`M${panel.px(i)}\
 16v250`,class:"hair"}),textAt(panel.px(i),281,String(n),{class:"quiet","text-anchor":"middle"}))});let cursor=svg("path",
{class:"line thin ink"}),gaps=names.map((_,k)=>svg("path",{class:`line wide ${colours[k]}`,opacity:.5}));panel.inside.append(
...losses.flatMap((pairs,k)=>[svg("path",{d:panel.path(places,pairs.map(([train])=>train)),class:`line dashed ${colours[k]}`}),
svg("path",{d:panel.path(places,pairs.map(([,held])=>held)),class:`line ${colours[k]}`})]),cursor,...gaps);let rows=legendRows(
{colours,names}),zone=svg("g",{style:"cursor: ew-resize"},svg("rect",{x:48,y:16,width:520,height:250,fill:"transparent"}),
panel.node),picture=svg("svg",{viewBox:"0 0 848 304"},zone,...rows.map(row=>row.node));onDrag(zone,picture,x=>save({place:clamp(
Math.round(-.2+(x-48)/520*(last+.4)),0,last)}));let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(
slider("training examples",model,"place",{min:0,max:last,step:1,text:i=>String(sizes[i])},save)),picture,says),drawOnChange(
root,model,["place"],()=>draw({cursor,gaps,losses,model,names,panel,rows,says,sizes}))}function legendRows({colours,names}){
return names.map((name,k)=>{let y=34+k*96,values=[0,1,2].map(i=>textAt(842,y+22*(i+1),"",{"text-anchor":"end",class:"tit\
le"}));return{values,node:svg("g",{},textAt(596,y,name,{class:`fill ${colours[k]}`}),svg("path",{d:`M596 ${y+40}h30`,class:`\
line ${colours[k]}`}),textAt(634,y+44,"validation loss"),svg("path",{d:`M596 ${y+18}h30`,class:`line dashed ${colours[k]}`}),
textAt(634,y+22,"training loss"),textAt(634,y+66,"difference"),...values)}})}function draw({cursor,gaps,losses,model,names,
panel,rows,says,sizes}){let place=model.get("place"),x=panel.px(place);cursor.setAttribute("d",`M${x} 16v250`);let now=losses.
map(pairs=>pairs[place]);rows.forEach(({values},k)=>{[now[k][0],now[k][1],now[k][1]-now[k][0]].forEach((value,i)=>{values[i].
textContent=value.toFixed(3).replace("-","−")})}),gaps.forEach((gap,k)=>{gap.setAttribute("d",`M${x+8*k-4*(names.length-
1)} ${panel.py(now[k][0])}V${panel.py(now[k][1])}`)});let best=now.map(([,held])=>held).indexOf(Math.min(...now.map(([,held])=>held)));
return says.textContent=sentence(sizes[place],now,names,best),{examples:sizes[place],losses:now,best:names[best],says:says.
textContent}}function sentence(n,now,names,best){let widest=now.map(([train,held])=>held-train),k=widest.indexOf(Math.max(
...widest)),gap=widest[k]>.15?`With ${n} examples, the network with ${names[k]} overfits: its validation loss is larger \
than its training loss by ${formatNumber(widest[k])}.`:`With ${n} examples, training and validation loss are similar. Th\
e networks hardly overfit.`;return names.length>1?`${gap} Smallest validation loss: ${names[best]}, ${formatNumber(now[best][1])}\
.`:gap}var learning_curve_default={render};export{learning_curve_default as default};
